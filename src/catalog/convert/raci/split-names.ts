/** What separates names in a cell; commas inside brackets do not. */
const separators = /\s*(?:[,;\n]|\s\/\s|\s\+\s)\s*(?![^(]*\))/;
const conjunctions = /\s+(?:and|&|und|et|y)\s+/i;

/**
 * The names in a cell. "and" separates two of them only if one stands alone elsewhere: "Security and Compliance Manager" may be one.
 *
 * @param alone the texts of all cells with names.
 */
export function splitNames(cell: string, alone: ReadonlySet<string>): readonly string[] {
  const names = cell
    .split(separators)
    .map((name) => name.replace(/^[-•*–]\s+/, '').trim())
    .filter((name) => /\p{L}/u.test(name));
  return names.flatMap((name) => {
    const parts = name.split(conjunctions);
    return parts.length > 1 && parts.every((part) => alone.has(part)) ? parts : [name];
  });
}
