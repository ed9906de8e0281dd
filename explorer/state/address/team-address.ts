import { namesIn, type Parameter } from './parameters.ts';

/** What is asked of a team. */
export interface TeamQuestion {
  /** Groups and topics by their ids that it is to cover; everything if empty. */
  readonly of: readonly string[];
}

export const wholeCatalog: TeamQuestion = { of: [] };

export function teamIn(query: URLSearchParams): TeamQuestion {
  return { of: namesIn(query, 'of') };
}

export function teamParameters(question: TeamQuestion): readonly Parameter[] {
  return question.of.map((id): Parameter => ['of', id]);
}
