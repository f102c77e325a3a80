// The text, and below its letters the same text with its numbers marked. One row for each line: only rows that changed
// are made anew.

import { at, element } from "./elements.js";
import { between, moved } from "./edits.js";

const area = at("text");
const under = at("under");
let shown = "";
let marks = [];
let rows = [];
let now = { index: null, inputs: [] };

export const text = () => area.value;
export const focus = () => area.focus();
export const caret = () => area.selectionStart;

function kinds(mark) {
  const [start, end, status, index] = mark;
  const inputs = now.inputs.some(([from, to]) => from < end && start < to);
  return `num ${status}${index !== null && index === now.index ? " now" : ""}${inputs ? " input" : ""}`;
}

function* lines() {
  let start = 0;
  let next = 0;
  for (const line of shown.split("\n")) {
    const end = start + line.length;
    const within = [];
    while (next < marks.length && marks[next][0] < end) {
      const mark = marks[next];
      if (mark[1] > start) within.push([Math.max(mark[0], start) - start, Math.min(mark[1], end) - start, kinds(mark)]);
      if (mark[1] > end) break;
      next++;
    }
    yield { key: `${within.join()}\n${line}`, line, within };
    start = end + 1;
  }
}

function row({ line, within }) {
  const parts = [];
  let done = 0;
  for (const [from, to, kind] of within) {
    if (from < done) continue;
    parts.push(line.slice(done, from), element("span", line.slice(from, to), { class: kind }));
    done = to;
  }
  parts.push(line.slice(done));
  return element("div", parts.filter((part) => part !== ""));
}

function draw() {
  const wanted = [...lines()];
  let first = 0;
  const most = Math.min(rows.length, wanted.length);
  while (first < most && rows[first] === wanted[first].key) first++;
  let behind = 0;
  while (behind < most - first && rows[rows.length - 1 - behind] === wanted[wanted.length - 1 - behind].key) behind++;
  const old = [...under.children].slice(first, rows.length - behind);
  const made = wanted.slice(first, wanted.length - behind).map(row);
  const before = under.children[rows.length - behind] ?? null;
  for (const one of old) one.remove();
  const parts = document.createDocumentFragment();
  parts.append(...made);
  under.insertBefore(parts, before);
  rows = wanted.map((one) => one.key);
}

// Let the marks follow what was written, until it was read.
function follow() {
  const edit = between(shown, area.value);
  marks = moved(marks, edit);
  now = { index: now.index, inputs: moved(now.inputs, edit) };
  shown = area.value;
  draw();
}

export function mark(found) {
  marks = found;
  draw();
}

export function point(index, inputs) {
  now = { index, inputs };
  draw();
}

export function indexAtCaret() {
  const place = area.selectionStart;
  return marks.find(([start, end, , index]) => index !== null && start <= place && place <= end)?.[3] ?? null;
}

export function reveal() {
  under.querySelector(".now")?.scrollIntoView({ block: "nearest" });
}

// An edit that the browser's own undo takes back.
export function replace(start, end, written) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, written)) {
    area.setRangeText(written, start, end, "end");
    area.dispatchEvent(new Event("input"));
  }
}

export function undo() {
  area.focus({ preventScroll: true });
  document.execCommand("undo");
}

export function put(written) {
  replace(0, area.value.length, written);
  area.setSelectionRange(0, 0);
}

export function watch(changed, placed) {
  area.addEventListener("input", () => {
    follow();
    changed();
  });
  for (const kind of ["click", "keyup"]) {
    area.addEventListener(kind, (event) => {
      if (kind === "click" || event.key.startsWith("Arrow")) placed();
    });
  }
}
