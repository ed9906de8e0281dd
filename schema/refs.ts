import type {
  AppearanceEntry,
  CategoryEntry,
  GroupEntry,
  OrganizationTypeEntry,
  PillarEntry,
  ResponsibilityEntry,
  RoleEntry,
  SourceEntry,
  TopicEntry,
} from '../src/graph/nodes/entries.ts';
import type { Edge } from '../src/graph/selection/edges.ts';
import type { SelectedGraph } from '../src/graph/selection/graph-selection.ts';
import type { GroupOverlap } from '../src/graph/overlaps/group-overlap.ts';
import type { RoleOverlap } from '../src/graph/overlaps/role-overlaps.ts';
import type { OpenGeneration } from '../src/store/open-generation.ts';
import { builder } from './builder.ts';

/** What stands behind each type. Modules refer to each other's types by these, so that none imports another. */
export const RoleRef = builder.objectRef<RoleEntry>('Role');
export const AppearanceRef = builder.objectRef<AppearanceEntry>('Appearance');
export const SourceRef = builder.objectRef<SourceEntry>('Source');
export const ResponsibilityRef = builder.objectRef<ResponsibilityEntry>('Responsibility');
export const TopicRef = builder.objectRef<TopicEntry>('Topic');
export const PillarRef = builder.objectRef<PillarEntry>('Pillar');
export const CategoryRef = builder.objectRef<CategoryEntry>('Category');
export const OrganizationTypeRef = builder.objectRef<OrganizationTypeEntry>('OrganizationType');
export const RoleGroupRef = builder.interfaceRef<GroupEntry>('RoleGroup');
export const RoleOverlapRef = builder.objectRef<RoleOverlap>('RoleOverlap');
export const GroupOverlapRef = builder.objectRef<GroupOverlap>('GroupOverlap');
export const GraphRef = builder.objectRef<SelectedGraph>('Graph');
export const GraphNodeRef = builder.objectRef<SelectedGraph['nodes'][number]>('GraphNode');
export const GraphEdgeRef = builder.objectRef<Edge>('GraphEdge');
export const CatalogRef = builder.objectRef<OpenGeneration>('Catalog');
