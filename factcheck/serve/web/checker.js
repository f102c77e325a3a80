// Has the text read as it is written: what is near a change at once, all of it when the writer pauses. One question at
// a time; what was written meanwhile is the next one.

import { post } from "./api.js";

const PAUSE = 300;
const tab = crypto.randomUUID();

export class Checker {
  #asking = false;
  #waiting = false;
  #pause = 0;
  #text;
  #told;
  #failed;
  name = "";
  last = null;

  constructor(text, told, failed) {
    this.#text = text;
    this.#told = told;
    this.#failed = failed;
  }

  // What a question about the last report names.
  get key() {
    return { tab, revision: this.last?.revision ?? 0 };
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
    try {
      const found = await post("draft", { tab, name: this.name, text, whole });
      this.last = { ...found, text, whole };
      if (text === this.#text()) this.#told(this.last);
    } catch (refusal) {
      this.#failed(refusal);
    }
    this.#asking = false;
    const waiting = this.#waiting;
    this.#waiting = false;
    if (waiting) await this.#ask(waiting === "whole");
  }
}
