import { z } from 'zod';
import { mostNodes } from './operations/f-drawing.ts';
import type { Drawing, Subject } from './operations/operation.ts';
import type { Contestant } from './servers/contestant.ts';
import type { Database } from './servers/database.ts';
import { wordsToSearch, type Titled } from './words-to-search.ts';

/** The approximate number of roles that are found at every scale. */
const wantedHits = 6;

export async function chosenRole(database: Database): Promise<Subject['role']> {
  const [role] = await database.rows('choose-role', z.object({ id: z.string(), slug: z.string() }));
  if (role === undefined) throw new Error('No role has ten overlaps.');
  return role;
}

/** Words by which Rolegraph finds the roles that have them in their titles, and no others: it would also find near misses. */
export async function chosenWords(database: Database, ours: Contestant): Promise<readonly string[]> {
  const titles = await database.rows('role-titles', z.object({ id: z.string(), title: z.string() }));
  for (const { words, ids } of wordsToSearch(titles, wantedHits).slice(0, 200)) {
    if (isSame(await foundBy(ours, words), ids)) return words;
  }
  throw new Error('There are no words by which Rolegraph and a full-text index find the same roles.');
}

async function foundBy(ours: Contestant, words: readonly string[]): Promise<readonly string[]> {
  const query = 'query ($words: String!) { search(query: $words, kinds: [ROLE], first: 100) { nodes { id } } }';
  const { data } = await ours.ask(ours.graphql({ query, variables: { words: words.join(' ') } }));
  const nodes = z.array(z.object({ id: z.string() }));
  return z
    .object({ search: z.object({ nodes }) })
    .parse(data)
    .search.nodes.map(({ id }) => id);
}

function isSame(found: readonly string[], ids: readonly Titled['id'][]): boolean {
  return found.length === ids.length && new Set([...found, ...ids]).size === ids.length;
}

/** As much of the graph as one answer of Rolegraph may contain: kinds are left out first, then roles. */
export async function chosenDrawing(database: Database, ours: Contestant): Promise<Drawing> {
  const counts = z.object({ withoutResponsibilities: z.number(), responsibilities: z.number() });
  const [count] = await database.rows('count-nodes', counts);
  if (count === undefined) throw new Error('Neo4j counts no nodes.');
  const { withoutResponsibilities, responsibilities } = count;
  if (withoutResponsibilities + responsibilities <= mostNodes) return { withResponsibilities: true, among: undefined };
  if (withoutResponsibilities <= mostNodes) return { withResponsibilities: false, among: undefined };

  const kinds = '[PILLAR, ORGANIZATION_TYPE, CATEGORY, ROLE]';
  const query = `{ graph(select: { nodeKinds: ${kinds}, maxNodes: ${mostNodes} }) { nodes { nodeId kind } } }`;
  const { data } = await ours.ask(ours.graphql({ query }));
  const { nodes } = z
    .object({ graph: z.object({ nodes: z.array(z.object({ nodeId: z.string(), kind: z.string() })) }) })
    .parse(data).graph;
  return {
    withResponsibilities: false,
    among: nodes.filter(({ kind }) => kind === 'ROLE').map(({ nodeId }) => nodeId),
  };
}
