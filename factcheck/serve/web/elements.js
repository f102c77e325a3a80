// Elements whose content is text, never markup.

export const at = (id) => document.getElementById(id);

export function element(tag, content = "", attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(name, value);
  made.append(...[content].flat());
  return made;
}

export function button(text, act, kind = "") {
  const made = element("button", text, { type: "button", class: kind });
  made.addEventListener("click", act);
  return made;
}

export function link(text, url) {
  return element("a", text, { href: url, rel: "noreferrer noopener", target: "_blank" });
}
