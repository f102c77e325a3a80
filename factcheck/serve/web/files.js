// Files in, by button or drop, and out, by download.

import { at } from "./elements.js";
import { send } from "./api.js";

export function begin({ busy, opened, failed }, most) {
  const field = at("file");
  at("open").addEventListener("click", () => field.click());
  field.addEventListener("change", () => {
    read(field.files[0]);
    field.value = "";
  });

  async function read(file) {
    if (!file) return;
    busy();
    try {
      const tab = crypto.randomUUID();
      opened(await send(`open?tab=${tab}&name=${encodeURIComponent(file.name)}`, file), tab);
    } catch (refusal) {
      failed(refusal);
    }
  }

  let inside = 0;
  const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const dropping = (on) => document.body.classList.toggle("dropping", on);
  document.addEventListener("dragenter", (event) => hasFile(event) && dropping(++inside > 0));
  document.addEventListener("dragleave", (event) => hasFile(event) && dropping(--inside > 0));
  document.addEventListener("dragover", (event) => hasFile(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    inside = 0;
    dropping(false);
    if (!hasFile(event)) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });
  at("text").addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain"); // offices put a picture of it beside it
    const file = text ? null : event.clipboardData.files[0];
    if (!file && text.length <= most) return;
    event.preventDefault();
    if (text) failed({ word: "too-long" });
    else read(file);
  });
}

export function save(blob, name) {
  const made = document.createElement("a");
  made.href = URL.createObjectURL(blob);
  made.download = name;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
}
