/** A stand-in for the editor's own module: what the client of the language server touches, and a record of it. */

class Emitter {
  constructor() {
    this.listeners = [];
    this.event = (listener, self) => {
      this.listeners.push(self ? listener.bind(self) : listener);
      return { dispose() {} };
    };
  }
  fire(what) {
    return Promise.all(this.listeners.map((listener) => listener(what)));
  }
  dispose() {}
}

class Uri {
  constructor(text) {
    this.text = text;
    const found = /^([a-z-]+):(?:\/\/)?(.*)$/i.exec(text);
    [this.scheme, this.path] = found ? [found[1], decodeURIComponent(found[2])] : ["file", text];
    this.fsPath = this.path;
  }
  static parse(text) {
    return new Uri(text);
  }
  static file(path) {
    return new Uri(`file://${path}`);
  }
  toString() {
    return this.text;
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(start, end, line, character) {
    this.start = typeof start === "number" ? new Position(start, end) : start;
    this.end = typeof start === "number" ? new Position(line, character) : end;
  }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}
CodeActionKind.Empty = new CodeActionKind("");

const record = { diagnostics: new Map(), commands: new Map(), shown: [], errors: [], providers: new Map() };
const settings = new Map();
const events = {};

function event(name) {
  events[name] ??= new Emitter();
  return events[name].event;
}

const disposable = { dispose() {} };
const workspace = {
  textDocuments: [],
  notebookDocuments: [],
  workspaceFolders: undefined,
  getConfiguration: () => ({ get: (name, usual) => settings.get(name) ?? usual, inspect: () => undefined }),
  registerTextDocumentContentProvider: (scheme, provider) => (record.providers.set(scheme, provider), disposable),
  openTextDocument: async (uri) => ({ uri, getText: () => record.providers.get(uri.scheme)?.provideTextDocumentContent(uri) }),
  createFileSystemWatcher: () => ({ onDidCreate: () => disposable, onDidChange: () => disposable, onDidDelete: () => disposable, dispose() {} }),
  applyEdit: async () => true,
  getWorkspaceFolder: () => undefined,
  fs: { isWritableFileSystem: () => true },
};
const channel = Object.fromEntries(
  ["append", "appendLine", "show", "clear", "dispose", "info", "error", "warn", "debug", "trace"].map((name) => [name, () => {}]),
);
channel.logLevel = 0;
channel.onDidChangeLogLevel = () => disposable;
const window = {
  activeTextEditor: undefined,
  visibleTextEditors: [],
  tabGroups: { all: [], onDidChangeTabs: event("tabs"), onDidChangeTabGroups: event("groups") },
  createOutputChannel: () => channel,
  showErrorMessage: async (text) => void record.errors.push(text),
  showInformationMessage: async () => undefined,
  showWarningMessage: async () => undefined,
  showTextDocument: async (document) => void record.shown.push(document),
  withProgress: async (_, work) => work({ report() {} }, { onCancellationRequested: () => disposable }),
};
const languages = {
  match: (selector, document) => selector.some?.((one) => one.language === document.languageId && one.scheme === document.uri.scheme) ? 10 : 0,
  createDiagnosticCollection: () => ({
    set: (uri, found) => record.diagnostics.set(uri.toString(), found),
    delete: (uri) => record.diagnostics.delete(uri.toString()),
    clear: () => record.diagnostics.clear(),
    dispose() {},
  }),
};
const commands = {
  registerCommand: (name, run) => (record.commands.set(name, run), disposable),
  executeCommand: async (name, ...args) => record.commands.get(name)?.(...args),
};

/** Whatever else is asked for: events never fire, registrations do nothing, classes and enumerations are empty. */
function whole(known) {
  return new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name === "symbol") return target[name];
      if (/^on(Did|Will)/.test(name)) return (target[name] = event(name));
      if (/^register/.test(name)) return (target[name] = () => disposable);
      return undefined;
    },
  });
}
const api = {
  version: "1.91.0",
  env: whole({ appName: "a stand-in", language: "en", openExternal: async () => true }),
  workspace: whole(workspace),
  window: whole(window),
  languages: whole(languages),
  commands: whole(commands),
  Uri,
  Position,
  Range,
  Diagnostic,
  CodeActionKind,
  ViewColumn: { Beside: -2 },
  EventEmitter: Emitter,
  Disposable: class {
    constructor(run) {
      this.dispose = run ?? (() => {});
    }
    static from() {
      return disposable;
    }
  },
  CancellationTokenSource: class {
    token = { isCancellationRequested: false, onCancellationRequested: () => disposable };
    cancel() {}
    dispose() {}
  },
  CancellationError: class extends Error {},
  extensions: { getExtension: () => undefined, all: [] },
};

module.exports = {
  record,
  settings,
  events,
  vscode: new Proxy(api, {
    get(target, name) {
      if (name in target || typeof name === "symbol") return target[name];
      return (target[name] = class {
        constructor(...args) {
          this.args = args;
        }
      });
    },
  }),
};
