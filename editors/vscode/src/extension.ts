/** The client: starts `factcheck lsp`, hands it the settings, and shows the stories that it tells. */

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import { command, unavailable, wanted } from "./settings";
import { SCHEME, Stories, title, WHY } from "./why";

const SECTION = "factcheck";
const SELECTOR = [
  ...["markdown", "plaintext", "yaml"].flatMap((language) =>
    ["file", "untitled"].map((scheme) => ({ scheme, language })),
  ),
  { scheme: "file", pattern: "**/{factcheck,pyproject}.toml" },
  { scheme: "file", pattern: "**/units.txt" },
];

let client: LanguageClient | undefined;
const stories = new Stories();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => stories.get(uri.toString(true)) || stories.get(uri.toString()),
    }),
    vscode.commands.registerCommand("factcheck.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration(`${SECTION}.command`)) await restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const section = vscode.workspace.getConfiguration(SECTION);
  const started = command(section);
  const server: ServerOptions = { ...started, options: { env: { ...process.env, PYTHONUTF8: "1" } } };
  const options: LanguageClientOptions = {
    documentSelector: SELECTOR,
    initializationOptions: wanted(section),
    synchronize: { configurationSection: SECTION },
    middleware: {
      executeCommand: async (name, args, next) => {
        const answer: unknown = await next(name, args);
        if (name === WHY && typeof answer === "string") await show(title(args), answer);
        return answer;
      },
    },
  };
  client = new LanguageClient(SECTION, SECTION, server, options);
  try {
    await client.start();
  } catch (fault) {
    client = undefined;
    void vscode.window.showErrorMessage(unavailable(started, fault));
  }
}

async function show(name: string, story: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(stories.add(name, story)));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}
