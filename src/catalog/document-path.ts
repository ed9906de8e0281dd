import { quoted } from '../text/quoted-text.ts';

/** The keys and indexes that lead from the root of a document to a value. */
export type DocumentPath = readonly (string | number)[];

const plainKey = /^[\p{L}_$][\p{L}\p{Nd}_$-]{0,79}$/u;

/** The path as text: `roles[3].alternateTitles[1]`, or `["an odd key"]` for keys that are not plain words. */
export function formatPath(path: DocumentPath): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!plainKey.test(step)) return `[${quoted(step)}]`;
      return at === 0 ? step : `.${step}`;
    })
    .join('');
}
