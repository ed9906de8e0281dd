import type { Catalog } from '../../../src/catalog/catalog.ts';
import type { Involvement } from '../../../src/catalog/involvement.ts';
import { placeHash, placeKey } from '../../../src/catalog/place.ts';
import { categoryReference } from '../../../src/catalog/category-owner.ts';
import type { EdgeKind } from '../../../src/graph/nodes/edge-kind.ts';
import type { NodeKind } from '../../../src/graph/nodes/node-kind.ts';
import { sortKey } from '../../../src/text/sort-key.ts';

/** One line of a source, with everything that it says by ids. */
export interface PlainLine {
  readonly id: string;
  readonly role: string;
  readonly category: string;
  /** The category and what it is part of: the groups that the line puts its role into. */
  readonly groups: ReadonlySet<string>;
  /** Those that the role is responsible or accountable for. */
  readonly responsibilities: ReadonlySet<string>;
  /** How the role is involved in each responsibility that the line names. */
  readonly involvements: ReadonlyMap<string, readonly Involvement[]>;
  /** Position of the source in the catalog; it, the line and the row are infinite where none is given, to come last. */
  readonly source: number;
  readonly line: number;
  readonly row: number;
  readonly hash: number;
  /** The same for all appearances on one line; each appearance without a line has its own. */
  readonly lineName: string;
}

export interface PlainNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Title or name. */
  readonly label: string;
}

const doing: ReadonlySet<Involvement> = new Set(['RESPONSIBLE', 'ACCOUNTABLE']);

/** What two roles have in common, in exact numbers. */
export interface PlainOverlap {
  readonly score: number;
  readonly sharedWeight: number;
  readonly totalWeight: number;
}

export interface PlainEdge {
  readonly kind: EdgeKind;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/**
 * The contract's words, one by one, on a catalog as people write it: sets of ids, every pair tried, nothing kept in a
 * clever form. What tests hold the real code against; it shares none of it but the sort key and the form of ids.
 */
export class BruteForce {
  readonly catalog: Catalog;
  readonly lines: readonly PlainLine[];
  /** By title, then id. */
  readonly roles: readonly PlainNode[];
  /** By name, then id. */
  readonly responsibilities: readonly PlainNode[];
  /** Pillars, categories and organization types, each kind in the catalog's order. */
  readonly groups: readonly PlainNode[];
  readonly #topicsOf: ReadonlyMap<string, readonly string[]>;
  readonly #traitsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #holders: ReadonlyMap<string, number>;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    const owners = new Map(
      catalog.categories.map((category) => [
        categoryReference(category),
        'pillar' in category
          ? [`pillar:${category.pillar}`]
          : category.organizationTypes.map((slug) => `organization-type:${slug}`),
      ]),
    );
    this.lines = catalog.appearances.map((appearance) => {
      const { role, category, responsibilities, source } = appearance;
      const id = `appearance:${category}/${role}/${placeKey(source?.source, source?.line ?? 0, placeHash(appearance))}`;
      const involved = new Map(
        responsibilities.map((entry): [string, readonly Involvement[]] =>
          typeof entry === 'string'
            ? [`responsibility:${entry}`, ['RESPONSIBLE']]
            : [`responsibility:${entry.responsibility}`, entry.involvement],
        ),
      );
      return {
        id,
        role: `role:${role}`,
        category: `category:${category}`,
        groups: new Set([`category:${category}`, ...(owners.get(category) ?? [])]),
        responsibilities: new Set(
          [...involved].filter(([, kinds]) => kinds.some((kind) => doing.has(kind))).map(([duty]) => duty),
        ),
        involvements: involved,
        source: source === undefined ? Infinity : catalog.sources.findIndex(({ slug }) => slug === source.source),
        line: source?.line ?? Infinity,
        row: source?.row ?? Infinity,
        hash: placeHash(appearance),
        lineName: source?.line === undefined ? id : `${source.source}:${source.line}`,
      };
    });
    this.roles = inOrder(catalog.roles.map(({ slug, title }) => ({ id: `role:${slug}`, kind: 'ROLE', label: title })));
    this.responsibilities = inOrder(
      catalog.responsibilities.map(({ slug, name }) => ({
        id: `responsibility:${slug}`,
        kind: 'RESPONSIBILITY',
        label: name,
      })),
    );
    this.groups = [
      ...catalog.pillars.map(({ slug, name }) => ({ id: `pillar:${slug}`, kind: 'PILLAR', label: name }) as const),
      ...catalog.categories.map(
        (category) =>
          ({ id: `category:${categoryReference(category)}`, kind: 'CATEGORY', label: category.name }) as const,
      ),
      ...catalog.organizationTypes.map(
        ({ slug, name }) => ({ id: `organization-type:${slug}`, kind: 'ORGANIZATION_TYPE', label: name }) as const,
      ),
    ];
    this.#topicsOf = new Map(
      catalog.responsibilities.map(({ slug, topics }) => [
        `responsibility:${slug}`,
        (topics ?? []).map((topic) => `topic:${topic}`),
      ]),
    );
    const traits = new Map(this.roles.map(({ id }) => [id, new Set<string>()]));
    for (const { role, groups, responsibilities } of this.lines) {
      for (const trait of [...groups, ...responsibilities]) traits.get(role)?.add(trait);
    }
    this.#traitsOf = traits;
    const holders = new Map<string, number>();
    for (const held of traits.values()) for (const trait of held) holders.set(trait, (holders.get(trait) ?? 0) + 1);
    this.#holders = holders;
  }

  /** The lines that name a role, or those that put it into one group; by source, line, row, category and hash. */
  linesOf(role: string, group?: string): readonly PlainLine[] {
    const categories = this.groups.map(({ id }) => id);
    return this.lines
      .filter((line) => line.role === role && (group === undefined || line.groups.has(group)))
      .sort(
        (a, b) =>
          // Of two infinite ones the difference is NaN, which decides nothing.
          a.source - b.source ||
          a.line - b.line ||
          a.row - b.row ||
          categories.indexOf(a.category) - categories.indexOf(b.category) ||
          a.hash - b.hash,
      );
  }

  rolesIn(group: string): ReadonlySet<string> {
    return new Set(this.lines.filter(({ groups }) => groups.has(group)).map(({ role }) => role));
  }

  /** The groups of one kind that a role is in. */
  groupsOf(role: string, kind: NodeKind): readonly string[] {
    return this.groups.filter((group) => group.kind === kind && this.rolesIn(group.id).has(role)).map(({ id }) => id);
  }

  responsibilitiesOf(role: string, group?: string): ReadonlySet<string> {
    return new Set(this.linesOf(role, group).flatMap(({ responsibilities }) => [...responsibilities]));
  }

  /** The roles that have a responsibility, or one about a topic. */
  performers(dutyOrTopic: string): ReadonlySet<string> {
    const does = (duty: string) => duty === dutyOrTopic || this.topicsOf(duty).includes(dutyOrTopic);
    return new Set(
      this.lines.filter(({ responsibilities }) => [...responsibilities].some(does)).map(({ role }) => role),
    );
  }

  /** The roles that are involved in one of some ways in one of some duties and topics, or in any. */
  involved(as: readonly Involvement[], dutiesOrTopics?: readonly string[]): ReadonlySet<string> {
    const isMeant = (duty: string) =>
      dutiesOrTopics?.some((each) => each === duty || this.topicsOf(duty).includes(each)) ?? true;
    return new Set(
      this.lines
        .filter(({ involvements }) =>
          [...involvements].some(([duty, kinds]) => isMeant(duty) && kinds.some((kind) => as.includes(kind))),
        )
        .map(({ role }) => role),
    );
  }

  topicsOf(responsibility: string): readonly string[] {
    return this.#topicsOf.get(responsibility) ?? [];
  }

  traitsOf(role: string): ReadonlySet<string> {
    return this.#traitsOf.get(role) ?? new Set();
  }

  /** How many roles have a trait. */
  holders(trait: string): number {
    return this.#holders.get(trait) ?? 0;
  }

  /** ln(1 + N / n), where n of the N roles have the trait. */
  weight(trait: string): number {
    return Math.log(1 + this.roles.length / this.holders(trait));
  }

  /** The mean of ln(N / n) / ln(N), where n of the N roles have a trait, over the traits of a role; 0 without any. */
  specificity(role: string): number {
    const traits = [...this.traitsOf(role)];
    const most = Math.log(this.roles.length);
    if (traits.length === 0 || most === 0) return 0;
    const parts = traits.map((trait) => Math.log(this.roles.length / this.holders(trait)) / most);
    return rounded(parts.reduce((sum, part) => sum + part, 0) / traits.length);
  }

  /** Before rounding. */
  overlap(a: string, b: string): PlainOverlap {
    const [ours, theirs] = [this.traitsOf(a), this.traitsOf(b)];
    let [sharedWeight, totalWeight] = [0, 0];
    for (const trait of ours) {
      totalWeight += this.weight(trait);
      if (theirs.has(trait)) sharedWeight += this.weight(trait);
    }
    for (const trait of theirs) if (!ours.has(trait)) totalWeight += this.weight(trait);
    return { score: totalWeight === 0 ? 0 : sharedWeight / totalWeight, sharedWeight, totalWeight };
  }

  /** Whether two roles share a responsibility or a category which no more than so many roles have. */
  areCandidates(a: string, b: string, mostHolders = Infinity): boolean {
    const theirs = this.traitsOf(b);
    for (const trait of this.traitsOf(a)) {
      const nominates = trait.startsWith('responsibility:') || trait.startsWith('category:');
      if (nominates && theirs.has(trait) && this.holders(trait) <= mostHolders) return true;
    }
    return false;
  }

  /** All nodes, but for appearances. */
  nodes(): readonly PlainNode[] {
    const { sources, topics } = this.catalog;
    return [
      ...this.roles,
      ...this.responsibilities,
      ...this.groups,
      ...topics.map(({ slug, name }) => ({ id: `topic:${slug}`, kind: 'TOPIC', label: name }) as const),
      ...sources.map(({ slug, title }) => ({ id: `source:${slug}`, kind: 'SOURCE', label: title }) as const),
    ];
  }

  /** The whole graph of a catalog of at most 1,000 roles. */
  edges(): readonly PlainEdge[] {
    const edges: PlainEdge[] = [];
    const toGroup = { PILLAR: 'APPEARS_IN', CATEGORY: 'IN_CATEGORY', ORGANIZATION_TYPE: 'WORKS_IN' } as const;
    for (const { id: source } of this.roles) {
      for (const [kind, edge] of Object.entries(toGroup)) {
        for (const { id: target } of this.groups.filter((group) => group.kind === kind)) {
          edges.push({ kind: edge, source, target, weight: this.linesOf(source, target).length });
        }
      }
      for (const { id: target } of this.responsibilities) {
        const weight = this.linesOf(source).filter(({ responsibilities }) => responsibilities.has(target)).length;
        edges.push({ kind: 'PERFORMS', source, target, weight });
        for (const [kind, involvement] of [
          ['CONSULTED_ON', 'CONSULTED'],
          ['INFORMED_ABOUT', 'INFORMED'],
        ] as const) {
          const lines = this.linesOf(source).filter((line) => line.involvements.get(target)?.includes(involvement));
          edges.push({ kind, source, target, weight: lines.length });
        }
      }
    }
    for (const category of this.catalog.categories) {
      const owners =
        'pillar' in category
          ? [`pillar:${category.pillar}`]
          : category.organizationTypes.map((slug) => `organization-type:${slug}`);
      const source = `category:${categoryReference(category)}`;
      for (const target of owners) edges.push({ kind: 'PART_OF', source, target, weight: 1 });
    }
    for (const { id: source } of this.responsibilities) {
      for (const target of this.topicsOf(source)) edges.push({ kind: 'ABOUT', source, target, weight: 1 });
    }
    for (const [source, target] of pairsOf(this.roles.map(({ id }) => id).sort())) {
      if (!this.areCandidates(source, target)) continue;
      edges.push({ kind: 'OVERLAPS_WITH', source, target, weight: rounded(this.overlap(source, target).score) });
    }
    const pillars = this.groups.filter(({ kind }) => kind === 'PILLAR').map(({ id }) => id);
    for (const [source, target] of pairsOf(pillars.sort())) {
      const [ours, theirs] = [this.rolesIn(source), this.rolesIn(target)];
      const shared = ours.intersection(theirs).size;
      if (shared > 0) {
        edges.push({ kind: 'OVERLAPS_WITH', source, target, weight: rounded(shared / ours.union(theirs).size) });
      }
    }
    return edges.filter(({ weight, kind }) => weight > 0 || kind === 'OVERLAPS_WITH');
  }
}

/** A number as answers give it, with 6 decimals. */
export function rounded(exact: number): number {
  return Number(exact.toFixed(6));
}

export function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}

function inOrder(nodes: readonly PlainNode[]): readonly PlainNode[] {
  return nodes
    .map((node) => ({ node, key: sortKey(node.label) }))
    .sort((a, b) => compared(a.key, b.key) || compared(a.node.id, b.node.id))
    .map(({ node }) => node);
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
