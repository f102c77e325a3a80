// Questions to the server, by the address that the page was opened with.

export class Refusal extends Error {
  // `word` names a sentence of the page; `told` is what the program says itself, in each language.
  constructor(word, told = null) {
    super(word);
    this.word = word;
    this.told = told;
  }
}

async function answered(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: "omit", redirect: "error" });
  } catch {
    throw new Refusal(options?.signal?.aborted ? "outdated" : "lost");
  }
  if (response.ok) return response;
  const found = await response.json().catch(() => ({}));
  throw new Refusal(found.word ?? "trouble", found.told);
}

export async function ask(path) {
  return (await answered(path)).json();
}

function posted(path, body, signal) {
  const headers = { "Content-Type": "application/json" };
  return answered(path, { method: "POST", headers, body: JSON.stringify(body), signal });
}

// An answer that is not waited for any more (`signal`) is refused as outdated.
export async function post(path, body, signal) {
  const response = await posted(path, body, signal);
  try {
    return await response.json();
  } catch {
    throw new Refusal(signal?.aborted ? "outdated" : "lost");
  }
}

// A file, and how many changes of the text are left out of it.
export async function fetched(path, body) {
  const response = await posted(path, body);
  return { blob: await response.blob(), left: Number(response.headers.get("factcheck-left")) };
}

export async function send(path, bytes) {
  const headers = { "Content-Type": "application/octet-stream" };
  return (await answered(path, { method: "POST", headers, body: bytes })).json();
}
