/** What the settings mean, and what stories are called. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { buildSync } from "esbuild";

async function built(name) {
  const { outputFiles } = buildSync({ entryPoints: [`src/${name}.ts`], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
const { command, unavailable, wanted } = await built("settings");
const { Stories, title } = await built("why");

const section = (values) => ({ get: (name) => values[name] });

test("the command is a list of words, else the usual one", () => {
  assert.deepEqual(command(section({ command: ["uvx", "factcheck", "lsp"] })), { command: "uvx", args: ["factcheck", "lsp"] });
  for (const odd of [undefined, "factcheck lsp", [], [""], [3]]) {
    assert.deepEqual(command(section({ command: odd })), { command: "factcheck", args: ["lsp"] });
  }
});

test("what is not set is wanted", () => {
  assert.deepEqual(wanted(section({ hints: false })), {
    factcheck: { drafts: true, queries: true, hints: false, lenses: true },
  });
});

test("a server that is not there is told with the words that were tried", () => {
  const said = unavailable({ command: "factcheck", args: ["lsp"] }, new Error("ENOENT"));
  assert.match(said, /`factcheck lsp` could not be started \(ENOENT\)/);
});

test("stories have names, and the oldest goes", () => {
  const stories = new Stories(2);
  const [first, second, third] = ["a", "b", "c"].map((story) => stories.add("growth.txt", story));
  assert.deepEqual([first, second, third].map((address) => stories.get(address)), ["", "b", "c"]);
  assert.equal(title(["file:///x/a.yaml", "growth"]), "growth.txt");
  assert.equal(title(["file:///x/my%20draft.md", 20]), "why my draft.md");
});
