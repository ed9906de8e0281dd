import type {
  Appearance,
  Category,
  Node,
  OrganizationType,
  Pillar,
  Responsibility,
  Role,
  RoleGroup,
  Source,
  Topic,
} from '../src/graph/nodes/node.ts';
import type { CatalogPart } from '../src/graph/catalog-graph.ts';
import type { Edge } from '../src/graph/selection/edges.ts';
import type { FileFormat } from '../src/exchange/file-format.ts';
import type { GraphSelection, SelectedGraph } from '../src/graph/selection/graph-selection.ts';
import type { NodePlace } from '../src/graph/layout/node-drawing.ts';
import type { GroupOverlap } from '../src/graph/overlaps/group-overlap.ts';
import type { RoleOverlap } from '../src/graph/overlaps/role-overlaps.ts';
import type { Finding } from '../src/catalog/finding.ts';
import type { TextImport } from '../src/import/catalog-importer.ts';
import type { CatalogHeader, ChangeCounts, StoredCatalog } from '../src/store/stored-catalog.ts';
import { builder } from './builder.ts';

/** The class or interface behind each type. Modules refer to each other's types by these refs, to avoid import cycles. */
export const RoleRef = builder.objectRef<Role>('Role');
export const AppearanceRef = builder.objectRef<Appearance>('Appearance');
export const SourceRef = builder.objectRef<Source>('Source');
export const ResponsibilityRef = builder.objectRef<Responsibility>('Responsibility');
export const TopicRef = builder.objectRef<Topic>('Topic');
export const PillarRef = builder.objectRef<Pillar>('Pillar');
export const CategoryRef = builder.objectRef<Category>('Category');
export const OrganizationTypeRef = builder.objectRef<OrganizationType>('OrganizationType');
export const RoleGroupRef = builder.interfaceRef<RoleGroup>('RoleGroup');
export const RoleOverlapRef = builder.objectRef<RoleOverlap>('RoleOverlap');
export const GroupOverlapRef = builder.objectRef<GroupOverlap>('GroupOverlap');
/** A selected part of the graph, with what was selected. */
export interface AskedGraph extends SelectedGraph {
  readonly selection: GraphSelection;
}
export const GraphRef = builder.objectRef<AskedGraph>('Graph');
/** An address of a file, as its format and the path with the query. */
export interface GraphLink {
  readonly format: FileFormat;
  readonly url: string;
}
export const GraphLinkRef = builder.objectRef<GraphLink>('GraphLink');
/** A node of a selected graph, and what tells where a drawing has it: undefined if nobody asks, or nobody knows yet. */
export interface DrawnNode {
  readonly node: Node;
  /** How many edges of the graph touch it. */
  readonly degree: number;
  readonly placeOf: ((node: Node) => NodePlace) | undefined;
}
export const GraphNodeRef = builder.objectRef<DrawnNode>('GraphNode');
export const GraphEdgeRef = builder.objectRef<Edge>('GraphEdge');
export const CatalogPartRef = builder.objectRef<CatalogPart>('CatalogPart');
export const CatalogRef = builder.objectRef<StoredCatalog>('Catalog');
export const ImportCatalogPayloadRef = builder.objectRef<TextImport>('ImportCatalogPayload');
export const ChangeCountsRef = builder.objectRef<ChangeCounts>('ChangeCounts');
export const FindingRef = builder.objectRef<Finding>('Finding');
export const CatalogChangeRef = builder.objectRef<CatalogHeader>('CatalogChange');
