import { namesIn, type Parameter } from './parameters.ts';

/** What the overlap view compares. */
export interface OverlapQuestion {
  /** Groups or roles by their ids, that are looked at side by side. */
  readonly of: readonly string[];
}

export const noGroups: OverlapQuestion = { of: [] };

export function overlapIn(query: URLSearchParams): OverlapQuestion {
  return { of: namesIn(query, 'of') };
}

export function overlapParameters(question: OverlapQuestion): readonly Parameter[] {
  return question.of.map((id): Parameter => ['of', id]);
}
