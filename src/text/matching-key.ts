const ignored = /[^\p{L}\p{M}\p{Nd}+#]/gu;

const closing = /[)\]]/u;

/**
 * The form in which titles and names are compared, so that "Database  administrator (DBA)" finds Database
 * Administrator: Unicode NFKC, lower case, "&" read as "and", parts in round or square brackets left out, and of the
 * rest only letters, marks, digits, "+" and "#" (as in C++ and C#). An unmatched bracket is an ordinary character. Takes
 * time in proportion to the text.
 *
 * @returns the key; empty if nothing of the text is compared, e.g. for "(…)" or "—".
 */
export function matchingKey(text: string): string {
  return outsideBrackets(text.normalize('NFKC').toLowerCase().replaceAll('&', 'and')).replace(ignored, '');
}

function outsideBrackets(text: string): string {
  if (!closing.test(text)) return text;
  const kept: string[] = [];
  const openings: { readonly closedBy: string; readonly keptBefore: number }[] = [];
  const openCount = new Map([
    [')', 0],
    [']', 0],
  ]);
  const count = (closing: string, step: number) => openCount.set(closing, (openCount.get(closing) ?? 0) + step);
  for (const character of text) {
    kept.push(character);
    if (character === '(' || character === '[') {
      const closedBy = character === '(' ? ')' : ']';
      openings.push({ closedBy, keptBefore: kept.length - 1 });
      count(closedBy, 1);
    } else if ((openCount.get(character) ?? 0) > 0) {
      for (let opening = openings.pop(); opening !== undefined; opening = openings.pop()) {
        count(opening.closedBy, -1);
        kept.length = opening.keptBefore;
        if (opening.closedBy === character) break;
      }
    }
  }
  return kept.join('');
}
