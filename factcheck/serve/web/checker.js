// Has the text read as it is written: what is near a change at once, all of it when the writer pauses. What is written
// while a question is open is the next one, and gives up a reading of the whole that would be of an older text.

import { post } from "./api.js";

const PAUSE = 150;

export class Checker {
  #near = false;
  #again = false;
  #whole = null;
  #pause = 0;
  #serial = 0;
  #sent = "";
  #tab = crypto.randomUUID();
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
    this.#pause = setTimeout(() => this.whole(), PAUSE);
    this.#whole?.abort();
    this.#ahead();
  }

  whole() {
    clearTimeout(this.#pause);
    this.#whole?.abort();
    this.#whole = new AbortController();
    return this.#ask(true, this.#whole.signal);
  }

  async #ahead() {
    this.#again = this.#near;
    if (this.#near) return;
    this.#near = true;
    await this.#ask(false);
    this.#near = false;
    if (this.#again && this.#sent !== this.#text()) this.#ahead();
  }

  async #ask(whole, signal) {
    this.#sent = this.#text();
    const asked = { tab: this.#tab, name: this.name, text: this.#sent, whole, serial: ++this.#serial };
    try {
      const found = await post("draft", asked, signal);
      if (asked.tab !== this.#tab || asked.serial < (this.last?.serial ?? 0)) return;
      this.last = { ...found, text: asked.text, whole, serial: asked.serial };
      if (this.current) this.#told(this.last);
    } catch (refusal) {
      if (refusal.word !== "outdated") this.#failed(refusal);
    }
  }
}
