import { roleWithRelations } from './a-role.ts';
import { pageOfRoles } from './b-page.ts';
import { rolesOfPillars } from './c-pillars.ts';
import { overlapsOfRole } from './d-overlaps.ts';
import { search } from './e-search.ts';
import { drawing } from './f-drawing.ts';
import { pillarMatrix } from './g-matrix.ts';
import type { Operation } from './operation.ts';

/** What is measured, by letter. */
export const operations: readonly Operation[] = [
  roleWithRelations,
  pageOfRoles,
  rolesOfPillars,
  overlapsOfRole,
  search,
  drawing,
  pillarMatrix,
];
