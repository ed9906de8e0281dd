import { memoizeRecent } from '../../collections/memoize.ts';

/** One element of Accept or Accept-Encoding, in lower case. */
export interface Preference {
  /** A media range or a content coding, e.g. "application/json", "text/*", "gzip" or "*". */
  readonly name: string;
  /** Its parameters without the weight, e.g. "charset=utf-8". */
  readonly parameters: readonly string[];
  /** 0 to 1; 0: not acceptable. */
  readonly weight: number;
}

/** Most elements of a header that are read. Browsers send at most ten; a header of 200 kB may have a hundred thousand. */
const mostElements = 100;

/** The elements of Accept or Accept-Encoding (RFC 9110, 12.5); an element whose weight is not a number is left out. */
export const preferencesIn = memoizeRecent((header): readonly Preference[] =>
  header
    .toLowerCase()
    .split(',', mostElements)
    .flatMap((element) => {
      const [name = '', ...parameters] = element.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      const value = weight === undefined ? 1 : Number(weight.slice(2));
      if (name === '' || !(value >= 0 && value <= 1)) return [];
      return [{ name, parameters: parameters.filter((parameter) => parameter !== weight), weight: value }];
    }),
);
