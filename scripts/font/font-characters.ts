/** Ranges of code points, from and to. */
type Ranges = readonly (readonly [from: number, to: number])[];

/** Basic Latin to Latin Extended-A, without the soft hyphen, which nobody sees, and ŉ, which Unicode deprecates. */
const latinLetters: Ranges = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x148],
  [0x14a, 0x17f],
  // Romanian.
  [0x218, 0x21b],
];

/** Punctuation, and signs such as € № ™ ← ↑ → ↓ − ≈ ≠ ≤ ≥ ○ ● ✓ ✗. */
const signs: Ranges = [
  [0x2010, 0x2027],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
  [0x25cb, 0x25cb],
  [0x25cf, 0x25cf],
  [0x2713, 0x2713],
  [0x2717, 0x2717],
];

/** Letters of modern Greek, of the Cyrillic alphabets, and of Vietnamese. */
const otherLetters: Ranges = [
  [0x386, 0x386],
  [0x388, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
];

function charactersIn(ranges: Ranges): string {
  return ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .join('');
}

/** The characters that pictures have in their own font, by part: nearly all pictures need only the first. */
export const fontCharacters = {
  LATIN: charactersIn([...latinLetters, ...signs]),
  OTHER: charactersIn(otherLetters),
} as const;
