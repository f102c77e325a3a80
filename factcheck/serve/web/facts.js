// What the packs know of a thing, looked up.

import { post } from "./api.js";
import { at, element, link } from "./elements.js";
import { said as sentence, spoken, word } from "./words.js";

const dialog = at("facts");
const known = at("known");
const said = at("known-said");

export function begin(failed) {
  at("look-up").addEventListener("click", () => dialog.showModal());
  at("facts-close").addEventListener("click", () => dialog.close());
  at("facts-form").addEventListener("submit", (event) => {
    event.preventDefault();
    look(at("thing").value.trim(), failed);
  });
}

async function look(text, failed) {
  if (!text) return;
  try {
    const thing = await post("facts", { text });
    said.textContent = thing.names || thing.name;
    known.replaceChildren(...told(thing));
  } catch (refusal) {
    if (refusal.word !== "facts-none") failed(refusal);
    said.textContent = [word(refusal.word, { name: text }), refusal.told ? sentence(refusal.told) : ""].filter(Boolean).join(" ");
    known.replaceChildren();
  }
}

function* told(thing) {
  if (thing.names && thing.names !== thing.name) yield element("h3", thing.name);
  if (thing.note) yield element("p", thing.note);
  if (thing.parts.length) yield element("p", word("facts-parts", { parts: thing.parts.join(", ") }));
  const rows = thing.facts.map((one) => element("tr", [
    element("th", [one.attribute, ...(one.qualifiers ? [element("br"), element("small", one.qualifiers)] : [])], { scope: "row" }),
    element("td", [element("strong", one.value), ...(one.range ? [element("br"), element("small", one.range)] : [])]),
    element("td", [element("small", one.url ? link(one.source, one.url) : one.source), ...(one.note ? [element("br"), element("small", one.note)] : [])]),
  ]));
  if (rows.length) yield element("table", element("tbody", rows), { lang: "en" });
  if (thing.count > thing.facts.length) yield element("p", word("facts-many", { count: thing.facts.length.toLocaleString(spoken()) }), { class: "hint" });
}
