import { board } from './kinds/board.ts';
import { heatmap } from './kinds/heatmap.ts';
import { matrix } from './kinds/matrix.ts';
import { neighbourhood } from './kinds/neighbourhood.ts';
import { paths } from './kinds/paths.ts';
import { plan } from './kinds/plan.ts';
import { upset } from './kinds/upset.ts';
import type { PictureKind } from './picture-kind.ts';

/** Every kind of picture, in the order in which people are shown them. */
export const pictureKinds: readonly PictureKind[] = [board, upset, heatmap, matrix, neighbourhood, plan, paths];
