import { codePointName, grouped, quoted } from '../text/quoted-text.ts';

const slugs = '[a-z0-9]+(?:-[a-z0-9]+)*';
const slugPattern = `^${slugs}$`;
const referencePattern = `^${slugs}/${slugs}$`;

/**
 * The kinds of text in a catalog: a line is a title or name, prose is a summary or note and may have line breaks, an address
 * is a file name or URL, a url begins with "http(s)://", a reference names a category as "<owner>/<slug>", a replacement is a slug or reference. `most` is the limit in characters (code points, as
 * JSON Schema counts).
 */
export const textKinds = {
  line: { most: 400, form: undefined, pattern: undefined, expected: 'text of 1 to 400 characters' },
  prose: { most: 10_000, form: undefined, pattern: undefined, expected: 'text of 1 to 10,000 characters' },
  address: { most: 2_000, form: undefined, pattern: undefined, expected: 'text of 1 to 2,000 characters' },
  url: {
    most: 2_000,
    // Without a user before the host: "https://esco.example@evil.example" is not what it seems to be.
    form: /^https?:\/\/[^\s\p{C}/?#@]+(?:[/?#][^\s\p{C}]*)?$/u,
    pattern: '^https?://',
    expected: 'a URL that begins with "https://" or "http://"',
  },
  slug: {
    most: 200,
    form: new RegExp(slugPattern),
    pattern: slugPattern,
    expected: 'a slug (text of lower case letters, digits and single hyphens)',
  },
  reference: {
    most: 401,
    form: new RegExp(referencePattern),
    pattern: referencePattern,
    expected: 'a category as "<owner>/<slug>"',
  },
  replacement: {
    most: 401,
    form: new RegExp(`^${slugs}(?:/${slugs})?$`),
    pattern: `^${slugs}(?:/${slugs})?$`,
    expected: 'a slug, or "<owner>/<slug>" of a category',
  },
} as const;

export type TextKind = keyof typeof textKinds;

/** Control characters (C0, DEL, C1), and those that override or isolate the direction of writing. */
const refused = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
/** The same without the line breaks LF and CR LF. */
const refusedInProse = /(?!\r?\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
/**
 * With these, a text reads differently from how it is stored, so that a review of it is worth nothing. The marks U+200E,
 * U+200F and U+061C are accepted: Arabic and Hebrew need them, and they cannot turn a word around.
 */
const direction = /^[\u202A-\u202E\u2066-\u2069]$/;
const lineBreak = /^[\n\r\u0085]$/;

/** What is wrong with a text, as a whole message; undefined if the text is valid. */
export function textProblem(text: string, kind: TextKind): string | undefined {
  const { most, form } = textKinds[kind];
  // A shortcut: most texts of a large catalog are valid slugs and references.
  if (form !== undefined && text.length <= most && form.test(text) && (kind !== 'url' || URL.canParse(text)))
    return undefined;

  if (isLonger(text, most)) {
    return `is longer than ${grouped(most)} characters: ${quoted(text.slice(0, 40))}; shorten it, at most ${grouped(most)} are accepted`;
  }
  const broken = (kind === 'prose' ? refusedInProse : refused).exec(text)?.[0];
  if (broken !== undefined) {
    if (direction.test(broken)) {
      return `contains ${codePointName(broken)}, which changes the direction of writing and hides what the text really says: ${quoted(text)}; remove it`;
    }
    return lineBreak.test(broken) && kind !== 'prose'
      ? `contains a line break (${codePointName(broken)}), a control character: ${quoted(text)}; write it as one line, in YAML as plain text or after ">-"`
      : `contains the control character ${codePointName(broken)}: ${quoted(text)}; remove it, only visible characters${kind === 'prose' ? ', line breaks (LF or CR LF)' : ''} and spaces are accepted`;
  }
  if (!text.isWellFormed()) {
    return `contains half of a surrogate pair: ${quoted(text)}; write the whole character, or remove the half`;
  }
  if (kind === 'url') {
    return `is not a URL: ${quoted(text)}; expected one that begins with "https://" or "http://", without spaces and without a user before the host, e.g. "http://data.europa.eu/esco/occupation/1"`;
  }
  if (kind === 'slug') {
    return `is not a slug: ${quoted(text)}; expected lower case letters (a-z), digits and single hyphens, e.g. ${quoted(asSlug(text))}`;
  }
  if (kind === 'reference') {
    return `is not a reference to a category: ${quoted(text)}; expected "<owner>/<slug>", the owner being its pillar or the first of its organization types, e.g. "security/network"`;
  }
  if (kind === 'replacement') {
    return `is not a slug: ${quoted(text)}; expected lower case letters (a-z), digits and single hyphens, or "<owner>/<slug>" of a category`;
  }
  if (text.trim() === '') return 'is empty; expected some text, or leave out the key if it is optional';
  return undefined;
}

function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  // A code point takes at most two code units, so a very long text is recognized without counting.
  return text.length > 2 * most || Array.from(text).length > most;
}

function asSlug(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'data-engineer' : slug;
}
