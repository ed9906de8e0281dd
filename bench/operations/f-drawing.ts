import { z } from 'zod';
import type { Drawing, Operation } from './operation.ts';

/** Overlaps below this score are not drawn; it is the default of Rolegraph. */
const minOverlap = 0.1;

/** The highest number of nodes in an answer of Rolegraph. */
export const mostNodes = 10_000;

const id = z.object({ id: z.string() });
const named = id.extend({ name: z.string() });
const rolegraphNode = z.object({ nodeId: z.string(), kind: z.string(), label: z.string() });
const rolegraphEdge = z.object({ kind: z.string(), source: z.string(), target: z.string(), weight: z.number() });

const weightedEdges = z.object({
  edges: z.array(z.object({ node: id, properties: z.object({ weight: z.number() }) })),
});

const neo4jGraphqlAnswer = z.object({
  pillars: z.array(named.extend({ overlapsToConnection: weightedEdges })),
  organizationTypes: z.array(named),
  categories: z.array(named.extend({ pillars: z.array(id), organizationTypes: z.array(id) })),
  responsibilities: z.array(named).default([]),
  roles: z.array(
    id.extend({
      title: z.string(),
      pillarsConnection: weightedEdges,
      organizationTypesConnection: weightedEdges,
      categoriesConnection: weightedEdges,
      responsibilitiesConnection: weightedEdges.default({ edges: [] }),
      overlapsToConnection: weightedEdges,
    }),
  ),
});

const weighted = z.array(z.tuple([z.string(), z.number()]));
const cypherAnswer = z.object({
  roles: z.array(z.tuple([z.string(), z.string(), z.array(z.tuple([z.string(), z.string(), z.number()])), weighted])),
  categories: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
  pillars: z.array(z.tuple([z.string(), z.string(), weighted])),
  organizationTypes: z.array(z.tuple([z.string(), z.string()])),
  responsibilities: z.array(z.tuple([z.string(), z.string()])).default([]),
});

/** Lists a graph with one line for each node and edge, sorted. */
class Lines {
  readonly #nodes: string[] = [];
  readonly #edges: string[] = [];

  node(kind: string, { id, label }: { readonly id: string; readonly label: string }): void {
    this.#nodes.push(`${kind} ${id} ${label}`);
  }

  edge(kind: string, source: string, target: string, weight: number): void {
    this.#edges.push(`${kind} ${source} ${target} ${weight}`);
  }

  sorted(): { readonly nodes: readonly string[]; readonly edges: readonly string[] } {
    return { nodes: this.#nodes.sort(), edges: this.#edges.sort() };
  }
}

export const drawing: Operation = {
  letter: 'F',
  question: 'The whole graph for drawing: nodes, and edges with their weights',
  rolegraph: (subject) => ({
    query: `query F($select: GraphSelection!) {
      graph(select: $select) { nodes { nodeId kind label } edges { kind source target weight } }
    }`,
    variables: { select: { nodeKinds: kindsOf(subject.drawing), maxNodes: mostNodes, minOverlap } },
  }),
  neo4jGraphql: (subject) => ({
    query: neo4jGraphqlQuery(subject.drawing),
    variables: { ...(subject.drawing.among && { ids: subject.drawing.among }) },
  }),
  cypher: ({ drawing: { withResponsibilities, among } }) => ({
    file: among ? 'f-among' : withResponsibilities ? 'f-with-responsibilities' : 'f',
    parameters: { ...(among && { ids: among }) },
  }),
  facts: { rolegraph: rolegraphFacts, neo4jGraphql: neo4jGraphqlFacts, cypher: cypherFacts },
};

function kindsOf({ withResponsibilities }: Drawing): readonly string[] {
  const kinds = ['PILLAR', 'ORGANIZATION_TYPE', 'CATEGORY', 'ROLE'];
  return withResponsibilities ? [...kinds, 'RESPONSIBILITY'] : kinds;
}

function neo4jGraphqlQuery({ withResponsibilities, among }: Drawing): string {
  const edges = 'edges { node { id } properties { weight } }';
  const strong = `edge: { weight: { gte: ${minOverlap} } }`;
  return `query F${among ? '($ids: [ID!]!)' : ''} {
    pillars { id name overlapsToConnection(where: { ${strong} }) { ${edges} } }
    organizationTypes { id name }
    categories { id name pillars { id } organizationTypes { id } }
    ${withResponsibilities ? 'responsibilities { id name }' : ''}
    roles${among ? '(where: { id: { in: $ids } })' : ''} {
      id
      title
      pillarsConnection { ${edges} }
      organizationTypesConnection { ${edges} }
      categoriesConnection { ${edges} }
      ${withResponsibilities ? `responsibilitiesConnection { ${edges} }` : ''}
      overlapsToConnection(where: { ${strong}${among ? ', node: { id: { in: $ids } }' : ''} }) { ${edges} }
    }
  }`;
}

function rolegraphFacts(data: unknown): unknown {
  const { graph } = z
    .object({ graph: z.object({ nodes: z.array(rolegraphNode), edges: z.array(rolegraphEdge) }) })
    .parse(data);
  const lines = new Lines();
  for (const { kind, nodeId, label } of graph.nodes) lines.node(kind, { id: nodeId, label });
  for (const { kind, source, target, weight } of graph.edges) lines.edge(kind, source, target, weight);
  return lines.sorted();
}

function neo4jGraphqlFacts(data: unknown): unknown {
  const answer = neo4jGraphqlAnswer.parse(data);
  const lines = new Lines();
  const add = (kind: string, nodes: readonly z.infer<typeof named>[]) => {
    for (const { id, name } of nodes) lines.node(kind, { id, label: name });
  };
  add('PILLAR', answer.pillars);
  add('ORGANIZATION_TYPE', answer.organizationTypes);
  add('CATEGORY', answer.categories);
  add('RESPONSIBILITY', answer.responsibilities);
  for (const { id, pillars, organizationTypes } of answer.categories) {
    for (const owner of [...pillars, ...organizationTypes]) lines.edge('PART_OF', id, owner.id, 1);
  }
  for (const { id, overlapsToConnection } of answer.pillars) {
    for (const { node, properties } of overlapsToConnection.edges) {
      lines.edge('OVERLAPS_WITH', node.id, id, properties.weight);
    }
  }
  for (const role of answer.roles) {
    lines.node('ROLE', { id: role.id, label: role.title });
    const out = (kind: string, { edges }: z.infer<typeof weightedEdges>) => {
      for (const { node, properties } of edges) lines.edge(kind, role.id, node.id, properties.weight);
    };
    out('APPEARS_IN', role.pillarsConnection);
    out('WORKS_IN', role.organizationTypesConnection);
    out('IN_CATEGORY', role.categoriesConnection);
    out('PERFORMS', role.responsibilitiesConnection);
    for (const { node, properties } of role.overlapsToConnection.edges) {
      lines.edge('OVERLAPS_WITH', node.id, role.id, properties.weight);
    }
  }
  return lines.sorted();
}

function cypherFacts(answer: unknown): unknown {
  const { roles, categories, pillars, organizationTypes, responsibilities } = cypherAnswer.parse(answer);
  const lines = new Lines();
  for (const [id, label, edges, overlaps] of roles) {
    lines.node('ROLE', { id, label });
    for (const [kind, target, weight] of edges) lines.edge(kind, id, target, weight);
    for (const [target, weight] of overlaps) lines.edge('OVERLAPS_WITH', id, target, weight);
  }
  for (const [id, label, owners] of categories) {
    lines.node('CATEGORY', { id, label });
    for (const owner of owners) lines.edge('PART_OF', id, owner, 1);
  }
  for (const [id, label, overlaps] of pillars) {
    lines.node('PILLAR', { id, label });
    for (const [target, weight] of overlaps) lines.edge('OVERLAPS_WITH', id, target, weight);
  }
  for (const [id, label] of organizationTypes) lines.node('ORGANIZATION_TYPE', { id, label });
  for (const [id, label] of responsibilities) lines.node('RESPONSIBILITY', { id, label });
  return lines.sorted();
}
