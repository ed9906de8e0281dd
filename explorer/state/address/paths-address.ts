import type { Through } from '../../../src/analysis/paths/paths.ts';
import { namesIn, type Parameter } from './parameters.ts';

/** Two things, and which ways from one to the other are looked for. */
export interface PathsQuestion {
  /** By their ids, or by their titles or names; null where none is chosen yet. */
  readonly from: string | null;
  readonly to: string | null;
  /** What may be between the two: only what roles do, or groups as well. */
  readonly through: Through;
  /** The most steps, 1 to 6. */
  readonly maxLength: number;
  /** The most ways, 1 to 20. */
  readonly first: number;
}

/** The limits of the GraphQL field `paths`. */
export const mostSteps = 6;
export const mostWays = 20;

export const noEnds: PathsQuestion = { from: null, to: null, through: 'DUTIES', maxLength: 4, first: 3 };

export function pathsIn(query: URLSearchParams): PathsQuestion {
  return {
    from: nameIn(query, 'from'),
    to: nameIn(query, 'to'),
    through: query.get('through') === 'ANY' ? 'ANY' : noEnds.through,
    maxLength: wholeNumber(query.get('maxLength'), mostSteps) ?? noEnds.maxLength,
    first: wholeNumber(query.get('first'), mostWays) ?? noEnds.first,
  };
}

/** The parameters of a question, as addresses of the explorer and of pictures have them. */
export function pathsParameters({ from, to, through, maxLength, first }: PathsQuestion): readonly Parameter[] {
  return [
    ...(from === null ? [] : [['from', from] as const]),
    ...(to === null ? [] : [['to', to] as const]),
    ...(through === noEnds.through ? [] : [['through', through] as const]),
    ...(maxLength === noEnds.maxLength ? [] : [['maxLength', String(maxLength)] as const]),
    ...(first === noEnds.first ? [] : [['first', String(first)] as const]),
  ];
}

function nameIn(query: URLSearchParams, parameter: string): string | null {
  return namesIn(query, parameter)[0] ?? null;
}

/** A number from 1 to another one; undefined for anything else. */
function wholeNumber(text: string | null, most: number): number | undefined {
  const value = /^\d{1,2}$/.test(text ?? '') ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}
