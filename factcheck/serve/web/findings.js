// What was found, beside the text: what is wrong first, what is less sure or right folded away below.

import { at, button, element, link } from "./elements.js";
import { spoken, word } from "./words.js";

const lists = at("lists");
const FOLDED = [["query", "worth"], ["borderline", "borderline"], ["ignored", "ignored-list"], ["verified", "verified-list"]];
const TO_SEE = ["wrong", "query", "borderline"];

let report = null;
let acts = {};
let last = 0;
const open = new Set(["query"]);

export let now = null;

export function begin(given) {
  acts = given;
  at("next").addEventListener("click", () => step(1));
  at("previous").addEventListener("click", () => step(-1));
}

export const finding = (index = now) => report?.findings[index] ?? null;
const order = () => TO_SEE.flatMap((status) => report.findings.map((one, index) => [one, index]).filter(([one]) => one.status === status)).map(([, index]) => index);

const same = (found) => report !== null && JSON.stringify([found.findings, found.problems]) === JSON.stringify([report.findings, report.problems]);

// Show a report; the finding that was chosen stays so where it is still there, and so does what was opened of it.
export function show(found) {
  if (same(found)) return;
  const before = finding();
  report = found;
  now = before && found.findings.findIndex((one) => one.code === before.code && one.start === before.start);
  if (now === -1) now = null;
  draw();
}

export function draw() {
  const focused = document.activeElement?.closest?.(".finding")?.dataset.index;
  lists.replaceChildren(...(report ? parts() : []));
  if (focused !== undefined) head(Number(focused))?.focus({ preventScroll: true });
  place();
}

function* parts() {
  if (report.problems.length) yield element("ul", report.problems.map((text) => element("li", text)), { class: "remarks", "aria-label": word("problems") });
  const wrong = cards("wrong");
  if (wrong.length) yield element("ol", wrong, { class: "problems" });
  else if (report.text.trim()) yield element("p", word(report.marks.length ? "clean" : "none"), { class: "clean" });
  for (const [status, name] of FOLDED) {
    const found = cards(status);
    if (!found.length) continue;
    const folded = element("details", [element("summary", word(name, { count: found.length })), element("ol", found, { class: "problems" })], { class: `folded ${status}` });
    folded.open = open.has(status) || found.some((one) => one.classList.contains("now"));
    folded.addEventListener("toggle", () => (folded.open ? open.add(status) : open.delete(status)));
    yield folded;
  }
}

function cards(status) {
  return report.findings.flatMap((one, index) => (one.status === status ? [made(one, index)] : []));
}

// A finding is a line; what is known of it opens when it is chosen.
function made(one, index) {
  const chosen = index === now;
  const where = element("span", one.place || word("line", { line: one.line }), { class: "where", lang: one.place ? report.language : spoken() });
  const head = button([`${one.label} · `, where, element("br"), one.message], () => choose(chosen ? null : index), "what");
  head.setAttribute("aria-expanded", chosen);
  head.lang = report.language;
  const more = chosen ? [details(one), controls(one, index)] : [];
  return element("li", [head, ...more], { class: `finding ${one.status}${chosen ? " now" : ""}`, "data-index": index });
}

function details(one) {
  const rows = one.details.flatMap(([label, text, url]) => [element("dt", label), element("dd", url ? link(text, url) : text)]);
  return element("dl", rows, { lang: report.language });
}

function controls(one, index) {
  const made = [];
  if (one.correction) made.push(button(word("accept", { correction: one.correction }), () => acts.accept(one), "main"));
  if (TO_SEE.includes(one.status) && report.comments) made.push(button(word("ignore"), (event) => ask(event.target, index)));
  return element("div", [element("div", made, { class: "acts" }), ...acts.more(one, index)]);
}

// Ask for the reason why a finding is to be ignored.
function ask(from, index) {
  const row = from.closest(".acts");
  if (row.nextElementSibling?.classList.contains("reason")) return;
  const field = element("input", "", { id: "reason", maxlength: 300, autocomplete: "off", "aria-describedby": "reason-help" });
  const form = element("form", [
    element("label", word("reason"), { for: "reason" }), field, element("p", word("reason-help"), { class: "hint", id: "reason-help" }),
    element("div", [element("button", word("ignore-do"), { class: "main" }), button(word("cancel"), () => (form.remove(), from.focus()))], { class: "acts" }),
  ], { class: "reason" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) acts.ignore(index, field.value);
    else field.focus();
  });
  row.after(form);
  field.focus();
}

export const askReason = () => card(now)?.querySelectorAll(".acts button").forEach((one) => one.textContent === word("ignore") && ask(one, now));

const head = (index) => card(index)?.querySelector(".what");
const card = (index) => lists.querySelector(`[data-index="${index}"]`);

export function choose(index, { focus = true } = {}) {
  now = index;
  last = Math.max(0, order().indexOf(index));
  draw();
  acts.chosen(finding(), index);
  card(index)?.scrollIntoView({ block: "nearest" });
  if (focus) head(index)?.focus({ preventScroll: true });
}

// From a finding that is gone, by a replacement, the way goes on with what took its place.
export function step(by) {
  const all = report ? order() : [];
  if (!all.length) return;
  const place = all.indexOf(now);
  const next = place >= 0 ? place + by : by > 0 ? last : last - 1;
  choose(all[(next + all.length) % all.length]);
}

function place() {
  const all = report ? order() : [];
  at("walk").hidden = !all.length;
  at("place").textContent = all.length ? (all.includes(now) ? word("of", { at: all.indexOf(now) + 1, all: all.length }) : String(all.length)) : "";
}
