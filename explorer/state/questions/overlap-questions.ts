import type { HeatmapData } from '../../../src/drawing/heatmap/heatmap-data.ts';
import type { MatrixData } from '../../../src/drawing/matrix/matrix-data.ts';
import type { UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import type { ComparedKind } from '../address/overlap-address.ts';
import type { Parameter } from '../address/parameters.ts';
import { Answers } from '../answers.ts';
import { askPicture } from '../ask.ts';

/** Which groups a heat map compares: all of a kind, of the first kind of which there are two, or those given. */
export interface HeatmapQuestion {
  readonly kind: ComparedKind | null;
  readonly of: readonly string[];
}

export const heatmapAnswers = new Answers<HeatmapQuestion, HeatmapData>((question, signal) =>
  askPicture('heatmap', heatmapParameters(question), signal),
);

export function heatmapParameters({ kind, of }: HeatmapQuestion): readonly Parameter[] {
  return [...(kind === null ? [] : [['kind', kind] as const]), ...of.map((id): Parameter => ['of', id])];
}

/** Which combinations there are: all, or those of at least so many groups. */
export interface UpsetQuestion {
  readonly kind: ComparedKind;
  readonly minGroups: number;
}

export const upsetAnswers = new Answers<UpsetQuestion, UpsetData>((question, signal) =>
  askPicture('upset', upsetParameters(question), signal),
);

export function upsetParameters({ kind, minGroups }: UpsetQuestion): readonly Parameter[] {
  return [['kind', kind], ...(minGroups > 1 ? [['minGroups', String(minGroups)] as const] : [])];
}

/** Which rows a matrix has: all roles, or those that are in several columns. */
export interface MatrixQuestion {
  readonly by: ComparedKind;
  readonly hasEveryRole: boolean;
}

export const matrixAnswers = new Answers<MatrixQuestion, MatrixData>((question, signal) =>
  askPicture('matrix', matrixParameters(question), signal),
);

export function matrixParameters({ by, hasEveryRole }: MatrixQuestion): readonly Parameter[] {
  return [
    ['by', by],
    ['minGroups', hasEveryRole ? '1' : '2'],
  ];
}
