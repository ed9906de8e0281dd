import { quoted } from '../text/quoted-text.ts';

/** The keys and indexes that lead to a place in a document. */
export type DocumentPath = readonly (string | number)[];

const plainKey = /^[\p{L}_$][\p{L}\p{Nd}_$-]{0,79}$/u;

/** The path as people write it: `roles[3].alternateTitles[1]`, and `["an odd key"]` where a key is not a word. */
export function formatPath(path: DocumentPath): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!plainKey.test(step)) return `[${quoted(step)}]`;
      return at === 0 ? step : `.${step}`;
    })
    .join('');
}
