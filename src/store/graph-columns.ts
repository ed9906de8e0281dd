import { z } from 'zod';
import { itemAt } from '../collections/item-at.ts';
import { listAt, listsOf } from '../collections/lists.ts';
import type { Indexes } from '../graph/indexes/indexes.ts';
import { involvements } from '../graph/nodes/involvement.ts';
import { roleOrderFields } from '../graph/lists/orders.ts';
import type { GraphIdentity, GraphStructure } from '../graph/structure/graph-data.ts';
import type { Steps } from '../scheduling/steps.ts';
import {
  integerLists,
  integers,
  numbers,
  optionalTextAt,
  packOptionalTexts,
  packTextLists,
  packTexts,
  textAt,
  textListAt,
  textLists,
  texts,
  type PackedTextLists,
  unpack,
  unpackTexts,
} from './columns.ts';

const slug = z.string();
const name = z.string();
const summary = z.string().nullable();
/** Catalogs that were stored before there were external ids have none. */
const identity = {
  externalId: z.string().nullable().default(null),
  sameAs: z.array(z.string()).readonly().default([]),
};
const identityColumns = { externalId: textLists.optional(), sameAs: textLists.optional() };

/** The fields of the nodes of which there are at most some thousand, as they are stored. */
export const sourceFields = z.object({
  slug,
  title: z.string(),
  document: z.string(),
  /** Null in catalogs that were stored before there were URLs. */
  url: z.string().nullable().default(null),
  summary,
});
/** Catalogs that were stored before catalogs could be merged have none. */
const partFields = z.object({ name, version: z.string(), sources: z.array(z.int()).readonly() });
/** Catalogs that were stored before slugs could be retired have none. */
const retiredFields = z.object({ id: z.string(), replacedBy: z.array(z.string()).readonly() });
export const ownerFields = z.object({ slug, name, ...identity, summary });
export const categoryFields = z.object({
  slug,
  name,
  ...identity,
  pillar: z.int().nullable(),
  organizationTypes: z.array(z.int()).readonly(),
  relation: z.enum(['INSIDE', 'SUPPORTS']).nullable(),
});
/** Catalogs that were stored before there were hidden titles and names have none of them, here and in the columns. */
export const topicFields = z.object({
  slug,
  name,
  hiddenNames: z.array(z.string()).readonly().default([]),
  ...identity,
});

export const layoutColumns = z.object({ x: integers, y: integers, community: integers });

const involvementColumns = z.object({ appearance: integers, responsibility: integers, kinds: integers });

/**
 * A structure without its revision, in the form in which it is written to a file or transferred between threads: what
 * there are at most some thousand of as it is, the rest in columns.
 */
export const structureColumns = z.object({
  name,
  version: z.string(),
  parts: z.array(partFields).readonly().default([]),
  sources: z.array(sourceFields).readonly(),
  pillars: z.array(ownerFields).readonly(),
  organizationTypes: z.array(ownerFields).readonly(),
  categories: z.array(categoryFields).readonly(),
  topics: z.array(topicFields).readonly(),
  responsibilities: z.object({
    slug: texts,
    name: texts,
    hiddenNames: textLists.optional(),
    ...identityColumns,
    topics: integerLists,
  }),
  roles: z.object({
    slug: texts,
    title: texts,
    qualifier: textLists.optional(),
    alternateTitles: textLists,
    hiddenTitles: textLists.optional(),
    ...identityColumns,
  }),
  appearances: z.object({
    role: integers,
    category: integers,
    source: integers,
    line: integers,
    // Catalogs that were stored before have none of these.
    row: integers.optional(),
    hash: integers.optional(),
    anchors: z.object({ appearances: integers, texts }).optional(),
    responsibilities: integerLists,
    involvements: involvementColumns.optional(),
  }),
  overlaps: z.object({
    first: integers,
    second: integers,
    score: numbers,
    sharedWeight: numbers,
    totalWeight: numbers,
  }),
  retired: z.array(retiredFields).readonly().default([]),
  /** Null or missing where no import has computed it. */
  layout: layoutColumns.nullable().default(null),
});
export type StructureColumns = z.infer<typeof structureColumns>;

export function packStructure(structure: GraphStructure): StructureColumns {
  const { name, version, parts, sources, pillars, organizationTypes, categories, topics, appearances, overlaps } =
    structure;
  const { responsibilities, roles, retired, layout } = structure;
  return {
    name,
    version,
    parts,
    sources,
    pillars,
    organizationTypes,
    categories,
    topics,
    responsibilities: {
      slug: packTexts(responsibilities.map(({ slug }) => slug)),
      name: packTexts(responsibilities.map(({ name }) => name)),
      hiddenNames: packTextLists(responsibilities.map(({ hiddenNames }) => hiddenNames)),
      ...packIdentities(responsibilities),
      topics: listsOf(responsibilities.map(({ topics }) => topics)),
    },
    roles: {
      slug: packTexts(roles.map(({ slug }) => slug)),
      title: packTexts(roles.map(({ title }) => title)),
      qualifier: packOptionalTexts(roles.map(({ qualifier }) => qualifier)),
      alternateTitles: packTextLists(roles.map(({ alternateTitles }) => alternateTitles)),
      hiddenTitles: packTextLists(roles.map(({ hiddenTitles }) => hiddenTitles)),
      ...packIdentities(roles),
    },
    appearances: {
      ...appearances,
      anchors: {
        appearances: Int32Array.from(appearances.anchors.keys()),
        texts: packTexts([...appearances.anchors.values()]),
      },
    },
    overlaps,
    retired,
    layout,
  };
}

function packIdentities(nodes: readonly GraphIdentity[]) {
  return {
    externalId: packOptionalTexts(nodes.map(({ externalId }) => externalId)),
    sameAs: packTextLists(nodes.map(({ sameAs }) => sameAs)),
  };
}

interface IdentityColumns {
  readonly externalId?: PackedTextLists | undefined;
  readonly sameAs?: PackedTextLists | undefined;
}

function identityAt({ externalId, sameAs }: IdentityColumns, index: number): GraphIdentity {
  return {
    externalId: externalId === undefined ? null : optionalTextAt(externalId, index),
    sameAs: sameAs === undefined ? [] : textListAt(sameAs, index),
  };
}

export function* unpackStructure(columns: StructureColumns, revision: string): Steps<GraphStructure> {
  const { responsibilities, roles, appearances } = columns;
  const { row, hash, anchors, involvements } = appearances;
  const { hiddenNames } = responsibilities;
  const { hiddenTitles, qualifier } = roles;
  return {
    ...columns,
    revision,
    appearances: {
      ...appearances,
      row: row ?? new Int32Array(appearances.line.length),
      hash: hash ?? new Int32Array(appearances.line.length),
      involvements: involvements ?? noInvolvements(),
      anchors: new Map(
        anchors && (yield* unpack(anchors.texts, (at) => [itemAt(anchors.appearances, at), textAt(anchors.texts, at)])),
      ),
    },
    responsibilities: yield* unpack(responsibilities.slug, (index) => ({
      slug: textAt(responsibilities.slug, index),
      name: textAt(responsibilities.name, index),
      hiddenNames: hiddenNames === undefined ? [] : textListAt(hiddenNames, index),
      ...identityAt(responsibilities, index),
      topics: Array.from(listAt(responsibilities.topics, index)),
    })),
    roles: yield* unpack(roles.slug, (index) => ({
      slug: textAt(roles.slug, index),
      title: textAt(roles.title, index),
      qualifier: qualifier === undefined ? null : optionalTextAt(qualifier, index),
      alternateTitles: textListAt(roles.alternateTitles, index),
      hiddenTitles: hiddenTitles === undefined ? [] : textListAt(hiddenTitles, index),
      ...identityAt(roles, index),
    })),
  };
}

function noInvolvements() {
  return { appearance: new Int32Array(), responsibility: new Int32Array(), kinds: new Int32Array() };
}

const countedLists = integerLists.extend({ counts: integers });

/** The indexes of a structure, in the form in which they are transferred between threads. */
export const indexColumns = z.object({
  relations: z.object({
    appearancesOfRole: integerLists,
    categoriesOfRole: countedLists,
    pillarsOfRole: countedLists,
    organizationTypesOfRole: countedLists,
    responsibilitiesOfRole: countedLists,
    rolesOfResponsibility: integerLists,
    involvedOfRole: z.record(z.enum(involvements), countedLists),
    rolesInvolvedIn: z.record(z.enum(involvements), integerLists),
    topicsOfResponsibility: integerLists,
    responsibilitiesOfTopic: integerLists,
  }),
  traits: z.object({
    ofRole: integerLists,
    holders: integerLists,
    weights: numbers,
    roleWeights: numbers,
    firstOwner: z.int().nonnegative(),
  }),
  specificities: numbers,
  listedPairs: integerLists,
  roleOrders: z.record(z.enum(roleOrderFields), z.object({ ASC: integers, DESC: integers })),
  titleSortKeys: texts,
  nameSortKeys: texts,
  titleKeys: textLists,
  nameKeys: texts,
});
export type IndexColumns = z.infer<typeof indexColumns>;

/** Computes every index that has not been computed yet. */
export function packIndexes(indexes: Indexes): IndexColumns {
  return {
    ...indexes,
    titleSortKeys: packTexts(indexes.titleSortKeys),
    nameSortKeys: packTexts(indexes.nameSortKeys),
    titleKeys: packTextLists(indexes.titleKeys),
    nameKeys: packTexts(indexes.nameKeys),
  };
}

export function* unpackIndexes(columns: IndexColumns): Steps<Indexes> {
  return {
    ...columns,
    titleSortKeys: yield* unpackTexts(columns.titleSortKeys),
    nameSortKeys: yield* unpackTexts(columns.nameSortKeys),
    titleKeys: yield* unpack(columns.titleKeys, (index) => textListAt(columns.titleKeys, index)),
    nameKeys: yield* unpackTexts(columns.nameKeys),
  };
}
