import { edgeKinds } from '../nodes/edge-kind.ts';
import { nodeKinds } from '../nodes/node-kind.ts';
import type { GraphSelection } from './graph-selection.ts';

/** A selection of the whole catalog that people ask for by name. */
export interface View {
  /** In addresses, e.g. "roles". */
  readonly name: string;
  /** As a title, e.g. "Overlaps of roles". */
  readonly title: string;
  /** What it is good for, as a sentence. */
  readonly use: string;
  readonly selection: Pick<GraphSelection, 'nodeKinds' | 'edgeKinds'> & Partial<Pick<GraphSelection, 'minOverlap'>>;
}

export const views: readonly View[] = [
  {
    name: 'roles',
    title: 'Overlaps of roles',
    use: 'Which roles are alike: clusters, bridges between them, and roles like no other.',
    selection: { nodeKinds: ['ROLE'], edgeKinds: ['OVERLAPS_WITH'] },
  },
  {
    name: 'pillars',
    title: 'Overlaps of pillars',
    use: 'How many roles every two pillars share, in relation to their size.',
    selection: { nodeKinds: ['PILLAR'], edgeKinds: ['OVERLAPS_WITH'], minOverlap: 0 },
  },
  {
    name: 'bipartite',
    title: 'Roles and groups',
    use: 'Which roles are in which pillars, categories and organization types. Edges go from roles to groups only.',
    selection: {
      nodeKinds: ['ROLE', 'PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'],
      edgeKinds: ['APPEARS_IN', 'IN_CATEGORY', 'WORKS_IN'],
    },
  },
  {
    name: 'duties',
    title: 'Roles and responsibilities',
    use: 'Who does what: responsibilities that many roles share, and those that only one role has.',
    selection: { nodeKinds: ['ROLE', 'RESPONSIBILITY'], edgeKinds: ['PERFORMS'] },
  },
  {
    name: 'evidence',
    title: 'Roles, duties and the lines that say so',
    use: 'Which line of which source says what: each appearance with its role, category, source and responsibilities.',
    selection: {
      nodeKinds: ['ROLE', 'RESPONSIBILITY', 'CATEGORY', 'SOURCE', 'APPEARANCE'],
      edgeKinds: ['OF', 'UNDER', 'STATED_IN', 'NAMES', 'INVOLVES'],
    },
  },
  {
    name: 'all',
    title: 'Everything',
    use: 'Every node and every edge, with appearances and sources, and with those who are only consulted or informed.',
    selection: { nodeKinds, edgeKinds, minOverlap: 0 },
  },
];
