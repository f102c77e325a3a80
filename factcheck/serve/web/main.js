// The page: what is written is read, what was found is shown, what is chosen is done.

import { ask, fetched, post } from "./api.js";
import { Checker } from "./checker.js";
import * as editor from "./editor.js";
import { at, element } from "./elements.js";
import * as facts from "./facts.js";
import * as files from "./files.js";
import * as findings from "./findings.js";
import { whatIf } from "./what_if.js";
import * as words from "./words.js";

const { word } = words;
const IS_MAC = navigator.platform.startsWith("Mac");
const state = { most: 0, message: null, remarks: [], waiting: 0, kept: "", opened: "", told: null };
const checker = new Checker(editor.text, told, failed);

function told(report) {
  document.body.dataset.read = report.whole ? "whole" : "near";
  at("document").hidden = !report.document;
  editor.mark(report.marks);
  findings.show(report);
  state.message = null;
  say("");
  const empty = !report.text.trim();
  at("start").hidden = !empty;
  const says = at("summary");
  if (report.whole || empty || says.textContent === word("checking")) says.textContent = empty ? "" : report.summary;
}

const SOON = 500;

// What takes longer than a moment says so.
function busy() {
  document.body.dataset.read = "";
  clearTimeout(state.waiting);
  state.waiting = setTimeout(() => {
    if (!document.body.dataset.read) at("summary").textContent = word("checking");
  }, SOON);
}

function changed() {
  busy();
  checker.changed();
}

function failed(refusal) {
  document.body.dataset.read = "failed";
  state.message = refusal;
  say(refusal.told ? words.said(refusal.told) : word(refusal.word, { most: state.most.toLocaleString(words.spoken()) }));
}

// What is to be said of a file that was saved.
function kept(told) {
  state.told = told;
  at("kept").hidden = !told;
  if (told) at("kept").textContent = told();
}

function remark() {
  at("remarks").textContent = state.remarks.map(words.said).join(" ");
}

function say(text) {
  if (at("trouble").textContent !== text) at("trouble").textContent = text;
}

function chosen(one, index) {
  editor.point(index, one?.inputs ?? []);
  editor.reveal();
}

function accept(one) {
  if (!one?.correction) return;
  if (!checker.current || editor.text().slice(one.start, one.end) !== one.text) return failed({ word: "outdated" });
  editor.replace(one.start, one.end, one.correction);
  checker.whole();
}

async function ignore(index, reason) {
  busy();
  try {
    const { at: place, text } = await post("ignore", { ...checker.key, finding: index, reason });
    if (!checker.current) return failed({ word: "outdated" });
    editor.replace(place, place, text);
    checker.whole();
  } catch (refusal) {
    failed(refusal);
  }
}

function opened({ name, text, remarks = [] }, tab) {
  kept(null);
  state.remarks = remarks;
  remark();
  checker.open(name, tab);
  at("name").textContent = name;
  const isWord = name.toLowerCase().endsWith(".docx");
  for (const form of ["docx", "tracked"]) at("save").querySelector(`[data-form=${form}]`).parentElement.hidden = !isWord;
  editor.put(text);
  state.kept = state.opened = editor.text();
  checker.whole();
}

const ENDINGS = { html: ".html", claims: ".yaml", docx: ".docx", tracked: ".docx" };

async function save(form) {
  at("save").open = false;
  const stem = checker.name.replace(/\.[^.]*$/, "") || "draft";
  const ending = checker.name.match(/\.(txt|md|markdown|csv|tsv)$/i)?.[0] ?? ".txt";
  if (form === "text") {
    state.kept = editor.text();
    kept(null);
    return files.save(new Blob([editor.text()], { type: "text/plain" }), stem + ending);
  }
  try {
    const text = editor.text();
    const { blob, left } = await fetched("save", { tab: checker.key.tab, name: checker.name, text, form });
    files.save(blob, stem + ENDINGS[form]);
    checker.whole();
    if (form === "tracked" && !left) state.kept = text;
    kept(form === "docx" && text !== state.opened ? () => word("docx-original") : left ? () => word("docx-left", { count: left }) : null);
  } catch (refusal) {
    failed(refusal);
  }
}

function more(one, index) {
  return [whatIf(() => ({ ...checker.key, finding: index }), checker.last.language, failed)];
}

function shortcuts(event) {
  if (document.querySelector("dialog[open]")) return;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const act =
    event.key === "F8" ? () => findings.step(event.shiftKey ? -1 : 1)
    : command && key === "enter" ? () => accept(findings.finding())
    : command && key === "i" ? () => findings.askReason()
    : command && key === "o" ? () => at("open").click()
    : null;
  if (!act) return;
  event.preventDefault();
  act();
}

function legend() {
  const names = Object.entries(words.list("status"));
  at("legend").querySelector("ul").replaceChildren(...names.map(([status, text]) => element("li", [element("span", "123", { class: `num ${status}` }), ` ${text}`])));
  at("keys").querySelector("dl").replaceChildren(...words.list("keys-list").flatMap(([key, text]) => [element("dt", element("kbd", IS_MAC ? key.replace("Ctrl+", "⌘") : key)), element("dd", text)]));
}

function spoken() {
  legend();
  findings.draw();
  remark();
  kept(state.told);
  if (state.message) failed(state.message);
}

async function begin() {
  const found = await ask("words");
  state.most = found.most;
  words.learn(found.words);
  const choice = at("language");
  choice.append(...words.languages().map(([key, name]) => element("option", name, { value: key, lang: key })));
  choice.value = words.spoken();
  choice.addEventListener("change", () => (words.speak(choice.value), spoken()));
  findings.begin({ accept, ignore, chosen, more });
  facts.begin(failed);
  for (const one of document.querySelectorAll("#save [data-form]")) {
    one.addEventListener("click", () => save(one.dataset.form));
  }
  editor.watch(changed, () => {
    const index = editor.indexAtCaret();
    if (index !== null && index !== findings.now) findings.choose(index, { focus: false });
  });
  files.begin({ busy, opened, failed }, found.most);
  at("undo").addEventListener("click", () => editor.undo());
  at("clear").addEventListener("click", () => opened({ name: "", text: "" }));
  at("try").addEventListener("click", () => opened({ name: "", text: word("sample") }));
  document.addEventListener("keydown", shortcuts);
  window.addEventListener("beforeunload", (event) => {
    if (editor.text() !== state.kept) event.preventDefault();
  });
  spoken();
  findings.draw();
  editor.focus();
  checker.whole();
  document.body.dataset.ready = "yes";
}

begin().catch((fault) => say(`factcheck: ${fault.message}`));
