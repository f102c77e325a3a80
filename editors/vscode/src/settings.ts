/** What the settings of the editor mean: how the server is started, and what it is told. */

export interface Section {
  get<T>(name: string): T | undefined;
}

export interface Command {
  command: string;
  args: string[];
}

const USUAL: Command = { command: "factcheck", args: ["lsp"] };

/** How the server is started; what is no command is left for the usual one. */
export function command(section: Section): Command {
  const words = section.get<unknown>("command");
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) return USUAL;
  const [first, ...args] = words;
  return first ? { command: first, args } : USUAL;
}

/** What the server is told of the settings, at its start and when they change. */
export function wanted(section: Section): { factcheck: Record<string, boolean> } {
  const names = ["drafts", "queries", "hints", "lenses"];
  return { factcheck: Object.fromEntries(names.map((name) => [name, section.get<boolean>(name) ?? true])) };
}

/** What is said where the server cannot be started. */
export function unavailable(started: Command, fault: unknown): string {
  const words = [started.command, ...started.args].join(" ");
  const why = fault instanceof Error ? fault.message : String(fault);
  return `factcheck: \`${words}\` could not be started (${why}). Install it: pip install 'factcheck-engine[lsp]', or say in the setting factcheck.command where it is.`;
}
