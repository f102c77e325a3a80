// What changed between two texts, and where marks stand afterwards.

export function between(old, text) {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start++;
  let behind = 0;
  while (behind < most - start && old[old.length - 1 - behind] === text[text.length - 1 - behind]) behind++;
  return { start, oldEnd: old.length - behind, by: text.length - old.length };
}

// Marks that an edit touches are gone until the text was read again.
export function moved(marks, { start, oldEnd, by }) {
  const found = [];
  for (const mark of marks) {
    if (mark[1] <= start) found.push(mark);
    else if (mark[0] >= oldEnd) found.push([mark[0] + by, mark[1] + by, ...mark.slice(2)]);
  }
  return found;
}
