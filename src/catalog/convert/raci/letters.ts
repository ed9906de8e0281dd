import { withBaseLetters } from '../../../text/base-letters.ts';
import { type Involvement, involvements } from '../../involvement.ts';

/** How letters of a table are read. */
export interface LetterScheme {
  /** By letter, in capitals. */
  readonly letters: ReadonlyMap<string, Involvement>;
  /** Said of the scheme, as whole sentences, once a table uses it. */
  readonly remarks: readonly string[];
}

/** RACI, with the S of RASCI: support does part of the work. */
const raci: LetterScheme = {
  letters: new Map([
    ['R', 'RESPONSIBLE'],
    ['A', 'ACCOUNTABLE'],
    ['C', 'CONSULTED'],
    ['I', 'INFORMED'],
    ['S', 'RESPONSIBLE'],
  ]),
  remarks: [],
};

/** Other schemes, with the letters that only they have. */
const otherSchemes: readonly (LetterScheme & { readonly own: string; readonly name: string })[] = [
  {
    name: 'DEMI',
    own: 'DE',
    letters: new Map([
      ['D', 'RESPONSIBLE'],
      ['E', 'ACCOUNTABLE'],
      ['M', 'CONSULTED'],
      ['I', 'INFORMED'],
    ]),
    remarks: [
      'The letters are read as DEMI: D (Durchführung) is responsible, E (Entscheidung) accountable, M (Mitwirkung) consulted, I informed.',
    ],
  },
  {
    name: 'VDMI',
    own: 'VD',
    letters: new Map([
      ['V', 'ACCOUNTABLE'],
      ['D', 'RESPONSIBLE'],
      ['M', 'CONSULTED'],
      ['I', 'INFORMED'],
    ]),
    remarks: [
      'The letters are read as VDMI: V (Verantwortung) is accountable, D (Durchführung) responsible, M (Mitwirkung) consulted, I informed.',
    ],
  },
];

/** Words for involvement, without accents and in lower case, in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const words: Readonly<Record<Involvement, string>> = {
  RESPONSIBLE: `responsible, responsibility, does, doer, performs, executes, lead, support, supports, supporting, supportive, supported, durchfuhrung, durchfuhrend, durchfuhrungsverantwortung, ausfuhrend,
    fuhrt durch, unterstutzt, unterstutzend, unterstutzung, zustandig, umsetzung, umsetzend, ausfuhrung, responsable, realisateur, realisatrice, realise, realisation, executant, execute, soutien, realizador, ejecutor, ejecuta, encargado, apoyo, responsable de la ejecucion, ondersteunend, supporto, esegue, uitvoerend, uitvoerder, esecutore, executor, responsavel, responsabile, verantwoordelijk`,
  ACCOUNTABLE: `accountable, accountability, approver, approves, owner, verantwortlich, gesamtverantwortlich, ergebnisverantwortlich, rechenschaftspflichtig, kostenverantwortlich, entscheidet, entscheidung, entscheider,
    genehmigt, genehmigung, freigabe, approve, approval, approbateur, approbatrice, approuve, aprueba, aprovador, aprova, approva, autorite, redevable, garant, aprobador, aprobadora, autoriza, rendidor de cuentas, rinde cuentas, eindverantwoordelijk, approvatore, prestador de contas`,
  CONSULTED: `consulted, consult, consultation, contributes, contributor, mitwirkung, mitwirkend, beratend, beratung, mitarbeit, konsultiert, zu konsultieren, wird befragt, consulte, consultee, consultado, consultada, geraadpleegd, te raadplegen, consultato, consultata`,
  INFORMED: `informed, inform, information, notified, informiert, zu informieren, wird informiert, informe, informee, informado, informada, geinformeerd, te informeren, informato, informata`,
};

const byWord = new Map(
  involvements.flatMap((involvement) =>
    words[involvement].split(',').map((word) => [word.trim().replace(/\s+/g, ' '), involvement] as const),
  ),
);

const tick = /^(?:[✓✔☑✅●■•◉⬤√]|x)\ufe0f?$/iu;
/** Marks of footnotes, and of nothing. */
const footnoteMarks = /[\u00b9\u00b2\u00b3\u2070-\u2079]+|\[\d{1,2}\]|\*+$/gu;
const nothing = /^(?:[-–—./]|n\/?a|none|0|no)$/i;

/** What a cell of a table says. */
export interface ReadCell {
  /** In no order; empty where the cell says nothing of involvement. */
  readonly involvement: readonly Involvement[];
  readonly isTick: boolean;
  /** Whether S (support) is among the letters. */
  readonly hasSupport: boolean;
  /** Single letters that are none of the scheme, e.g. V of "A/V". */
  readonly unknown: readonly string[];
  /** What remains that is no involvement, e.g. a comment in brackets; empty if nothing does. */
  readonly rest: string;
  /** Marks of footnotes. */
  readonly marks: readonly string[];
}

/** Reads a cell as involvement. @returns undefined if it is empty or a dash, or none of it is involvement. */
export function readCell(cell: string, scheme: LetterScheme): ReadCell | undefined {
  if (cell === '' || cell.length > longestCell) return undefined;
  let known = readCells.get(scheme);
  if (known === undefined) {
    known = new Map<string, ReadCell | undefined>();
    readCells.set(scheme, known);
  }
  if (known.has(cell)) return known.get(cell);
  const read = readLetters(cell, scheme);
  if (known.size < mostKnown) known.set(cell, read);
  return read;
}

/** Tables have the same few cells a hundred thousand times. */
const readCells = new WeakMap<LetterScheme, Map<string, ReadCell | undefined>>();
const mostKnown = 20_000;

function readLetters(cell: string, { letters }: LetterScheme): ReadCell | undefined {
  // With "=" it explains a letter.
  if (cell.includes('=') || nothing.test(cell)) return undefined;
  const marks = cell.match(footnoteMarks) ?? [];
  const plain = cell.replace(footnoteMarks, '').trim();
  if (tick.test(plain))
    return { involvement: ['RESPONSIBLE'], isTick: true, hasSupport: false, unknown: [], rest: '', marks };
  const brackets = plain.match(/\([^)]*\)/g) ?? [];
  const found = new Set<Involvement>();
  const rest: string[] = [];
  const unknown: string[] = [];
  let hasSupport = false;
  for (const token of plain.replace(/\([^)]*\)/g, ' ').split(/[/,;&+|\s]+|\band\b|\bund\b/iu)) {
    if (token === '') continue;
    const inToken = lettersIn(token, letters) ?? wordIn(token);
    if (inToken === undefined) (/^\p{L}$/u.test(token) ? unknown : rest).push(token);
    for (const each of inToken ?? []) found.add(each);
    hasSupport ||=
      inToken !== undefined && token.length <= mostLetters && /s/i.test(token) && letters.get('S') === 'RESPONSIBLE';
  }
  // "I think so" and "A good example" are sentences.
  if (found.size > 0 && rest.length > 1 && !/^[^\s]+\s*[:–-]/.test(plain)) return undefined;
  // "(R)" alone is the letter; other brackets are comments.
  if (found.size === 0) {
    const inner = plain.replace(/[()]/g, ' ').trim();
    return inner !== plain && brackets.length > 0 ? readCell(inner, { letters, remarks: [] }) : wholeWord(plain, marks);
  }
  return { involvement: [...found], isTick: false, hasSupport, unknown, rest: [...rest, ...brackets].join(' '), marks };
}

const longestCell = 60;
/** Longest row of letters that is not a word: "RASCI" would be five. */
const mostLetters = 4;

function wholeWord(text: string, marks: readonly string[]): ReadCell | undefined {
  const involvement = involvementOfWord(text);
  return involvement === undefined
    ? undefined
    : { involvement: [involvement], isTick: false, hasSupport: false, unknown: [], rest: '', marks };
}

function lettersIn(token: string, letters: LetterScheme['letters']): readonly Involvement[] | undefined {
  if (token.length > mostLetters) return undefined;
  const found = Array.from(token.toUpperCase()).map((letter) => letters.get(letter));
  return found.every((each) => each !== undefined) ? found : undefined;
}

function wordIn(token: string): readonly Involvement[] | undefined {
  const involvement = involvementOfWord(token);
  return involvement === undefined ? undefined : [involvement];
}

/** The involvement that a word names, e.g. "Accountable" or "informiert"; undefined for any other. */
export function involvementOfWord(text: string): Involvement | undefined {
  return byWord.get(
    withBaseLetters(text.normalize('NFC').toLowerCase())
      .replace(/\([^)]*\)/g, ' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );
}

/**
 * The scheme by which most cells can be read: RACI, unless the cells have letters of DEMI or VDMI.
 *
 * @param legend letters that the table itself explains, which win.
 */
export function schemeOf(cells: Iterable<string>, legend: ReadonlyMap<string, Involvement>): LetterScheme {
  const isOwn = [...legend].some(([letter, involvement]) => raci.letters.get(letter) !== involvement);
  if (isOwn) {
    return { letters: new Map([...raci.letters, ...legend]), remarks: legendRemarks(legend) };
  }
  const used = new Set<string>();
  for (const cell of cells) {
    // Words such as the headings say nothing of the letters.
    if (separateLetters.test(cell)) for (const letter of cell.toUpperCase()) used.add(letter);
  }
  const other = otherSchemes.find(
    ({ own }) => Array.from(own).every((letter) => used.has(letter)) && !used.has('R') && !used.has('C'),
  );
  // A copy, so that what is remembered of its cells is forgotten with it.
  return { ...(other ?? raci) };
}

/** One letter, or several with signs between them. */
const separateLetters = /^\p{L}(?:\s*[/,;&+\s]\s*\p{L}){0,3}$/u;

/** How cells are read in which no letters of another scheme are. */
export const plainRaci: LetterScheme = raci;

function legendRemarks(legend: ReadonlyMap<string, Involvement>): readonly string[] {
  const read = [...legend].map(([letter, involvement]) => `${letter} is ${involvement.toLowerCase()}`);
  return [`The letters are read as the legend explains them: ${read.join(', ')}.`];
}
