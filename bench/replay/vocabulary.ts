import { z } from 'zod';
import { dataOf } from './asking.ts';

const named = z.object({ id: z.string(), name: z.string() });
const catalogSchema = z.object({
  catalog: z.object({ revision: z.string(), store: z.string(), sources: z.array(z.object({ id: z.string() })) }),
  pillars: z.array(named),
  organizationTypes: z.array(named),
  categories: z.array(
    named.extend({
      pillar: z.object({ id: z.string() }).nullable(),
      organizationTypes: z.array(z.object({ id: z.string() })),
    }),
  ),
  topics: z.array(named),
});
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const rolesSchema = z.object({
  list: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        alternateTitles: z.array(z.string()),
        appearances: z.array(z.object({ id: z.string() })),
      }),
    ),
    pageInfo,
  }),
});
const responsibilitiesSchema = z.object({ list: z.object({ nodes: z.array(named), pageInfo }) });

const kinds = [
  'PILLAR',
  'ORGANIZATION_TYPE',
  'CATEGORY',
  'TOPIC',
  'RESPONSIBILITY',
  'ROLE',
  'SOURCE',
  'APPEARANCE',
] as const;

export type Kind = (typeof kinds)[number];

export const allKinds: readonly Kind[] = kinds;
export const groupKinds: readonly Kind[] = ['PILLAR', 'ORGANIZATION_TYPE', 'CATEGORY'];
/** What paths go through and what is related: everything but lines and documents. */
export const drawnKinds: readonly Kind[] = kinds.filter((kind) => kind !== 'SOURCE' && kind !== 'APPEARANCE');

/** A node that requests can name. */
export interface Word {
  readonly id: string;
  /** The titles or the name; none of a line or a document. */
  readonly names: readonly string[];
  /** What a category is part of, by id. */
  readonly owners: readonly string[];
}

/** What a server's catalog has, for requests to name. */
export interface Vocabulary {
  readonly revision: string;
  readonly store: string;
  readonly words: Readonly<Record<Kind, readonly Word[]>>;
}

export async function vocabularyOf(server: string): Promise<Vocabulary> {
  const query = `{
    catalog { revision store sources { id } }
    pillars { id name } organizationTypes { id name } topics { id name }
    categories { id name pillar { id } organizationTypes { id } }
  }`;
  const catalog = catalogSchema.parse(await dataOf(server, { query, variables: {} }));
  const roles = await pagesOf(server, 'roles', 'id title alternateTitles appearances { id }', (data) => {
    const { list } = rolesSchema.parse(data);
    return list;
  });
  const responsibilities = await pagesOf(server, 'responsibilities', 'id name', (data) => {
    const { list } = responsibilitiesSchema.parse(data);
    return list;
  });
  return {
    revision: catalog.catalog.revision,
    store: catalog.catalog.store,
    words: {
      PILLAR: catalog.pillars.map(wordOf),
      ORGANIZATION_TYPE: catalog.organizationTypes.map(wordOf),
      CATEGORY: catalog.categories.map(({ id, name, pillar, organizationTypes }) => ({
        id,
        names: [name],
        owners: [...(pillar === null ? [] : [pillar]), ...organizationTypes].map((owner) => owner.id),
      })),
      TOPIC: catalog.topics.map(wordOf),
      RESPONSIBILITY: responsibilities.map(wordOf),
      ROLE: roles.map(({ id, title, alternateTitles }) => ({ id, names: [title, ...alternateTitles], owners: [] })),
      SOURCE: catalog.catalog.sources.map(({ id }) => ({ id, names: [], owners: [] })),
      APPEARANCE: roles.flatMap(({ appearances }) => appearances.map(({ id }) => ({ id, names: [], owners: [] }))),
    },
  };
}

function wordOf({ id, name }: z.infer<typeof named>): Word {
  return { id, names: [name], owners: [] };
}

interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: z.infer<typeof pageInfo>;
}

/** All of a list, page by page. */
async function pagesOf<T>(
  server: string,
  list: string,
  selected: string,
  parse: (data: unknown) => Page<T>,
): Promise<T[]> {
  const query = `query($after: String) {
    list: ${list}(first: 100, after: $after) { nodes { ${selected} } pageInfo { hasNextPage endCursor } }
  }`;
  const nodes: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = parse(await dataOf(server, { query, variables: { after } }));
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}
