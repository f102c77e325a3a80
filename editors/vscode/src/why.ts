/** The whole story of a claim or number, which the server tells as text, as a document beside the text. */

export const WHY = "factcheck.why";
export const SCHEME = "factcheck-why";

/** The addresses of stories: a counter keeps them apart, the path is what the tab says. */
export class Stories {
  private readonly told = new Map<string, string>();
  private count = 0;

  constructor(private readonly most = 50) {}

  /** Keep a story and return its address; of too many the oldest goes. */
  add(name: string, story: string): string {
    this.count += 1;
    const address = `${SCHEME}:/${encodeURIComponent(name)}?${this.count}`;
    this.told.set(address, story);
    const oldest = this.told.keys().next().value;
    if (this.told.size > this.most && oldest !== undefined) this.told.delete(oldest);
    return address;
  }

  get(address: string): string {
    return this.told.get(address) ?? "";
  }
}

/** What the tab of a story is called: the claim, or the draft; a story of a claim is plain text, of a number Markdown. */
export function title(args: readonly unknown[]): string {
  const [uri, what] = args;
  if (typeof what === "string") return `${what}.txt`;
  const path = typeof uri === "string" ? uri.split("/").at(-1) : undefined;
  return `why ${decodeURIComponent(path ?? "")}`.replace(/(\.md)?$/, ".md");
}
