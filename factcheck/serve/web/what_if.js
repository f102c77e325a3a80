// What if an input were another? The server judges the statement again; the text stays as it is.

import { post } from "./api.js";
import { element, button } from "./elements.js";
import { word } from "./words.js";

let serial = 0;

// Return what opens below a finding; `key()` names it, `failed` tells what went wrong.
export function whatIf(key, language, failed) {
  const made = element("details", element("summary", word("what-if")), { class: "what-if" });
  made.addEventListener("toggle", async () => {
    if (!made.open || made.childElementCount > 1) return;
    try {
      const levers = await post("levers", key());
      made.append(...(levers.length ? parts(key, language, levers) : [element("p", word("no-levers"), { class: "hint" })]));
    } catch (refusal) {
      failed(refusal);
    }
  });
  return made;
}

function parts(key, language, levers) {
  const answer = element("p", "", { class: "answer", role: "status", lang: language });
  const calculation = element("p", "", { class: "calculation", lang: language });
  const rows = levers.map((lever) => row(lever, language, changed));
  let asking = false;
  let again = false;

  async function changed() {
    if (asking) {
      again = true;
      return;
    }
    const changes = Object.fromEntries(rows.filter((one) => one.moved()).map((one) => [one.name, one.value()]));
    if (!Object.keys(changes).length) return clear();
    asking = true;
    try {
      show(await post("what-if", { ...key(), changes }));
    } catch (refusal) {
      show({ status: "uncovered", label: "", message: word(refusal.word), calculation: "", written: {} });
    }
    asking = false;
    if (again) {
      again = false;
      changed();
    }
  }

  function show(found) {
    answer.className = `answer ${found.status}`;
    answer.textContent = found.label ? `${found.label} · ${found.message}` : found.message;
    calculation.textContent = found.calculation;
    for (const one of rows) one.told(found.written[one.name]);
  }

  function clear() {
    show({ status: "", label: "", message: "", calculation: "", written: {} });
  }

  const reset = button(word("reset"), () => {
    for (const one of rows) one.reset();
    clear();
  });
  const sliders = element("div", rows.flatMap((one) => one.parts), { class: "sliders" });
  return [element("p", word("what-if-help"), { class: "hint" }), sliders, answer, calculation, element("div", reset, { class: "acts" })];
}

// A slider and a field for one input, which follow each other.
function row(lever, language, changed) {
  const id = `lever-${++serial}`;
  const label = element("label", lever.text, { for: `${id}-number`, lang: language });
  const range = { min: lever.low, max: lever.high, step: lever.step, value: lever.number };
  const slider = element("input", "", { type: "range", ...range, "aria-label": lever.text });
  const field = element("input", "", { type: "text", inputmode: "decimal", id: `${id}-number`, value: lever.number, autocomplete: "off", maxlength: 26 });
  const pairs = [[slider, field], [field, slider]];
  for (const [from, to] of pairs) {
    from.addEventListener("input", () => {
      to.value = from.value;
      changed();
    });
  }
  return {
    name: lever.name,
    parts: [label, slider, field],
    value: () => field.value.trim(),
    moved: () => field.value.trim() !== lever.number,
    told: (text) => (label.textContent = text ? `${lever.text} → ${text}` : lever.text),
    reset: () => (slider.value = field.value = lever.number),
  };
}
