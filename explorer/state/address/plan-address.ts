import type { CoverageUnit } from '../../../src/analysis/coverage/coverage-item.ts';
import { namesIn, type Parameter } from './parameters.ts';

/** What a plan can count in. */
export const planUnits: readonly CoverageUnit[] = ['CATEGORY', 'RESPONSIBILITY', 'TOPIC'];

/** What a plan is to cover, and who may be invited. The fields mean what `InvitePlanInput` says of them. */
export interface PlanQuestion {
  /** Pillars, categories and organization types by their ids. */
  readonly cover: readonly string[];
  readonly by: CoverageUnit;
  /** The most seats; null for as many as are needed. */
  readonly max: number | null;
  /** Whether roles may be invited that do the same outside the groups. */
  readonly isFromCatalog: boolean;
  /** Whether only roles may be invited that somebody of the team has. */
  readonly isFromTeam: boolean;
  /** Roles that always have a seat, by their ids. */
  readonly with: readonly string[];
  /** Roles that are never invited, by their ids. */
  readonly without: readonly string[];
}

export const nothingToCover: PlanQuestion = {
  cover: [],
  by: 'CATEGORY',
  max: null,
  isFromCatalog: false,
  isFromTeam: false,
  with: [],
  without: [],
};

/** The most seats that a plan takes. */
export const mostSeats = 1_000;

export function planIn(query: URLSearchParams): PlanQuestion {
  const max = Number(query.get('max') ?? '');
  return {
    cover: namesIn(query, 'cover'),
    by: planUnits.find((unit) => unit === query.get('by')) ?? 'CATEGORY',
    max: Number.isInteger(max) && max >= 1 && max <= mostSeats ? max : null,
    isFromCatalog: query.get('from') === 'CATALOG',
    isFromTeam: query.get('team') === 'true',
    with: namesIn(query, 'with'),
    without: namesIn(query, 'without'),
  };
}

/** The parameters of a plan. All but `team` are those of the picture of a plan. */
export function planParameters(question: PlanQuestion): readonly Parameter[] {
  return [...picturedParameters(question), ...(question.isFromTeam ? [['team', 'true'] as const] : [])];
}

/** The parameters that the picture of a plan takes, too. The team of this browser is no part of an address. */
export function picturedParameters(question: PlanQuestion): readonly Parameter[] {
  const { cover, by, max, isFromCatalog } = question;
  return [
    ...cover.map((id): Parameter => ['cover', id]),
    ...(by === 'CATEGORY' ? [] : [['by', by] as const]),
    ...(max === null ? [] : [['max', String(max)] as const]),
    ...(isFromCatalog ? [['from', 'CATALOG'] as const] : []),
    ...question.with.map((id): Parameter => ['with', id]),
    ...question.without.map((id): Parameter => ['without', id]),
  ];
}
