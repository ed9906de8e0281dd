import { codePointName, grouped, quoted } from '../text/quoted-text.ts';

/** The kinds of text in a catalog: a line is a title or name, prose is a summary or note. */
export type TextKind = 'line' | 'prose' | 'slug' | 'category reference';

/** Control characters: C0, DEL, C1. */
const control = /\p{Cc}/u;
const lineBreak = /^[\n\r\u0085]$/;
const slugs = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** The pattern of a slug; part of the JSON Schema for editors, too. */
export const slugPattern = `^${slugs}$`;
/** The pattern of a reference to a category: "<owner>/<slug>". */
export const categoryReferencePattern = `^${slugs}/${slugs}$`;

const slugForm = new RegExp(slugPattern);
const categoryReferenceForm = new RegExp(categoryReferencePattern);

/**
 * What is wrong with a text, as a whole message.
 *
 * @param most the limit in characters (code points, as JSON Schema counts).
 * @returns undefined if the text is valid.
 */
export function textProblem(text: string, kind: TextKind, most: number): string | undefined {
  // A shortcut: most texts of a large catalog are valid slugs and references.
  const form = kind === 'slug' ? slugForm : kind === 'category reference' ? categoryReferenceForm : undefined;
  if (form !== undefined && text.length <= most && form.test(text)) return undefined;

  if (isLonger(text, most)) {
    return `is longer than ${grouped(most)} characters: ${quoted(text.slice(0, 40))}; shorten it, at most ${grouped(most)} are accepted`;
  }
  const broken = control.exec(text)?.[0];
  if (broken !== undefined) {
    return lineBreak.test(broken)
      ? `contains a line break (${codePointName(broken)}), a control character: ${quoted(text)}; write it as one line, in YAML as plain text or after ">-"`
      : `contains the control character ${codePointName(broken)}: ${quoted(text)}; remove it, only visible characters and spaces are accepted`;
  }
  if (!text.isWellFormed()) {
    return `contains half of a surrogate pair: ${quoted(text)}; write the whole character, or remove the half`;
  }
  if (kind === 'slug') {
    return `is not a slug: ${quoted(text)}; expected lower case letters (a-z), digits and single hyphens, e.g. ${quoted(asSlug(text))}`;
  }
  if (kind === 'category reference') {
    return `is not a reference to a category: ${quoted(text)}; expected "<owner>/<slug>", the owner being its pillar or the first of its organization types, e.g. "security/network"`;
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
