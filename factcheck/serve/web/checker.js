// Has the text read as it is written: what is near a change at once, all of it when the writer pauses. One question at
// a time; what was written meanwhile is the next one.

import { post } from "./api.js";

const PAUSE = 150;

export class Checker {
  #asking = false;
  #waiting = false;
  #pause = 0;
  #text;
  #told;
  #failed;
  #tab = crypto.randomUUID();
  name = "";
  last = null;

  constructor(text, told, failed) {
    this.#text = text;
    this.#told = told;
    this.#failed = failed;
  }

  // What a question about the last report names.
  get key() {
    return { tab: this.#tab, revision: this.last?.revision ?? 0 };
  }

  // Begin with another draft, under the name that the server knows it by where it read it from a file.
  open(name, tab = crypto.randomUUID()) {
    this.#tab = tab;
    this.name = name;
    this.last = null;
  }

  // Whether the last report is about the text as it stands.
  get current() {
    return this.last !== null && this.last.text === this.#text();
  }

  changed() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(true), PAUSE);
    this.#ask(false);
  }

  whole() {
    clearTimeout(this.#pause);
    return this.#ask(true);
  }

  async #ask(whole) {
    if (this.#asking) {
      this.#waiting = this.#waiting === "whole" || whole ? "whole" : "near";
      return;
    }
    this.#asking = true;
    const text = this.#text();
    const tab = this.#tab;
    try {
      const found = await post("draft", { tab, name: this.name, text, whole });
      if (tab === this.#tab) {
        this.last = { ...found, text, whole };
        if (text === this.#text()) this.#told(this.last);
      }
    } catch (refusal) {
      this.#failed(refusal);
    }
    this.#asking = false;
    const waiting = this.#waiting;
    this.#waiting = false;
    if (waiting) await this.#ask(waiting === "whole");
  }
}
