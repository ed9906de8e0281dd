/** Long names are cut by some file systems, and by people who look at lists of files. */
const mostCharacters = 80;

/**
 * The name of a file, e.g. "12 of 138 roles.csv". Characters that Windows, macOS or Linux do not allow are left out.
 *
 * @param ending without a dot.
 */
export function fileName(title: string, ending: string): string {
  const allowed = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = Array.from(allowed).slice(0, mostCharacters).join('');
  // Windows removes dots and spaces at the end, and hides files that begin with a dot.
  const name = short.replaceAll(/^[. ]+|[. ]+$/g, '');
  return `${name === '' ? 'rolegraph' : name}.${ending}`;
}

/** Excel's limit for the name of a sheet. */
const mostInSheetName = 31;

/** Names of sheets as Excel allows them: each once, whatever the case. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const allowed = title
      .replaceAll(/[\p{Cc}[\]/\\:*?]+/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '');
    const base = allowed === '' ? 'Table' : allowed;
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : ` ${number}`;
      const name = `${cut(base, mostInSheetName - suffix.length)}${suffix}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** Excel counts in UTF-16; half of a surrogate pair must not remain. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
