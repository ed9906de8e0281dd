import type { Parameter } from './parameters.ts';

/** Two things, by their ids; null where none is chosen yet. */
export interface PathsQuestion {
  readonly from: string | null;
  readonly to: string | null;
}

export const noEnds: PathsQuestion = { from: null, to: null };

export function pathsIn(query: URLSearchParams): PathsQuestion {
  return { from: query.get('from'), to: query.get('to') };
}

export function pathsParameters({ from, to }: PathsQuestion): readonly Parameter[] {
  return [...(from === null ? [] : [['from', from] as const]), ...(to === null ? [] : [['to', to] as const])];
}
