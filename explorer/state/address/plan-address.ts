import { namesIn, type Parameter } from './parameters.ts';

/** What a plan is to cover. */
export interface PlanQuestion {
  /** Groups, topics and duties by their ids. */
  readonly of: readonly string[];
}

export const nothingToCover: PlanQuestion = { of: [] };

export function planIn(query: URLSearchParams): PlanQuestion {
  return { of: namesIn(query, 'of') };
}

export function planParameters(question: PlanQuestion): readonly Parameter[] {
  return question.of.map((id): Parameter => ['of', id]);
}
