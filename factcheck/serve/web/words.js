// The words of the page in the language of the browser, or the one that was chosen.

let table = {};
let language = "en";

export function learn(words) {
  table = words;
  const known = (navigator.languages ?? []).map((name) => name.split("-")[0]);
  speak(known.find((name) => name in table) ?? "en");
}

export const languages = () => Object.entries(table).map(([key, words]) => [key, words.name]);
export const spoken = () => language;
export const list = (name) => table[language][name];

export function word(name, parts = {}) {
  return table[language][name].replace(/\{(\w+)\}/g, (whole, part) => parts[part] ?? whole);
}

// What the program says itself: what is wrong, and the cure where there is one.
export function said(told) {
  const { what, cure } = told[language];
  return cure ? word("with-cure", { what, cure }) : what;
}

export function speak(name) {
  language = name;
  document.documentElement.lang = name === "zh" ? "zh-Hans" : name;
  document.title = `${word("title")} · factcheck`;
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll("[data-label]")) {
    one.setAttribute("aria-label", word(one.dataset.label));
    one.title = word(one.dataset.label);
  }
  for (const one of document.querySelectorAll("[data-placeholder]")) one.placeholder = word(one.dataset.placeholder);
}
