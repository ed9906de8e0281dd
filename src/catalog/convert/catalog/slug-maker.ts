import { createHash } from 'node:crypto';
import { withBaseLetters } from '../../../text/base-letters.ts';

/** Longest slug that is made of a name. Longer ones are cut between words: people read slugs in changes and addresses. */
const most = 60;

/**
 * Makes slugs of names. A slug depends on its name only, so that it stays when other names come and go, but for names that would
 * have the same one ("C" and "C++"): all but the first of them end in a hash of the name.
 */
export class SlugMaker {
  readonly #taken = new Set<string>();

  /**
   * @param name what is named.
   * @param key tells names apart: two with the same key are the same.
   * @param fallback what the slug begins with where the name has no Latin letter or digit, e.g. "role".
   */
  slug(name: string, key: string, fallback: string): string {
    const plain = slugOf(name);
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 8);
    const hashed = `${plain === '' ? fallback : plain}-${hash}`;
    const slug = plain === '' || this.#taken.has(plain) ? hashed : plain;
    this.#taken.add(slug);
    return slug;
  }
}

/** Empty if the text has no Latin letter or digit. */
function slugOf(text: string): string {
  const words = withBaseLetters(text.normalize('NFKD').toLowerCase())
    .replaceAll('&', ' and ')
    .replaceAll('+', ' plus ')
    .replaceAll('#', ' sharp ')
    // "What's" is one word.
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf('-');
  return end > most / 2 ? cut.slice(0, end) : words.slice(0, most);
}
