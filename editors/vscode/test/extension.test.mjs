/** The extension as it is built, with the real client library and a real server; the editor is a stand-in. */

import assert from "node:assert/strict";
import Module, { createRequire } from "node:module";
import { after, before, test } from "node:test";

const require = createRequire(import.meta.url);
const { record, settings, events, vscode } = require("./vscode.cjs");
const usual = Module._load;
Module._load = (name, ...more) => (name === "vscode" ? vscode : usual(name, ...more));
const extension = require("../dist/extension.js");

const PYTHON = process.env.FACTCHECK_PYTHON ?? "python3";
const URI = "untitled:Untitled-1";
const ROAD = "The road is 620 km (998 miles) long.\n";

function draft(text, version) {
  return {
    uri: vscode.Uri.parse(URI),
    languageId: "markdown",
    version,
    isClosed: false,
    getText: () => text,
    lineCount: 2,
  };
}

async function until(done) {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = done();
    if (found) return found;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`nothing came; errors: ${record.errors}`);
}

before(async () => {
  settings.set("command", [PYTHON, "-m", "factcheck", "lsp"]);
  await extension.activate({ subscriptions: [] });
});
after(async () => {
  await extension.deactivate();
});

test("a wrong number of a draft is marked", async () => {
  assert.deepEqual(record.errors, []);
  const document = draft(ROAD, 1);
  vscode.workspace.textDocuments.push(document);
  await events.onDidOpenTextDocument.fire(document);
  const [found] = await until(() => record.diagnostics.get(URI));
  assert.match(found.message, /^620 km is 385 miles, not 998 miles/);
  assert.deepEqual([found.range.start.character, found.range.end.character], [20, 29]);
});

test("the story of a number is shown beside the text", async () => {
  await vscode.commands.executeCommand("factcheck.why", URI, 20);
  const [shown] = record.shown;
  assert.equal(shown.uri.scheme, "factcheck-why");
  assert.match(shown.getText(), /620 km = 385\.3 miles/);
});

test("a server that is not there is told with the way to install it", async () => {
  settings.set("command", ["/nowhere/factcheck", "lsp"]);
  await vscode.commands.executeCommand("factcheck.restart");
  assert.match(record.errors.at(-1), /pip install 'factcheck-engine\[lsp\]'/);
  settings.set("command", [PYTHON, "-m", "factcheck", "lsp"]);
  await vscode.commands.executeCommand("factcheck.restart");
});
