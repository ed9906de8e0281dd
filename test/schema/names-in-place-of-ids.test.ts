import fc from 'fast-check';
import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/schema.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { nodeKinds, type NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { ownNameOf, type Node } from '../../src/graph/nodes/node.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { matchingKey } from '../../src/text/matching-key.ts';
import { askingOf, askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const groups = ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const;
const connected = ['ROLE', 'RESPONSIBILITY', 'TOPIC', ...groups] as const;
const duties = ['RESPONSIBILITY', 'TOPIC'] as const;

interface IdArgument {
  readonly kinds: readonly NodeKind[];
  /**
   * A query that has a JSON string in the place of the argument.
   *
   * @param role the id of some role, as a JSON string.
   */
  readonly query: (given: string, role: string) => string;
}

const filter = (field: string): IdArgument => ({
  kinds: field.startsWith('in') ? groups : duties,
  query: (given) => `roles(filter: { ${field}: [${given}] }) { nodes { id } pageInfo { endCursor } }`,
});

const keepApart = (inputOf: IdArgument['query']): IdArgument => ({
  kinds: connected,
  query: (given, role) =>
    `hats(people: 2, of: ["pillar:nowhere"], keepApart: [{ ${inputOf(given, role)} }]) { persons { number } }`,
});

/** Every argument that takes an id in place of which a name is taken, by its place in the schema. */
const idArguments: Readonly<Record<string, IdArgument>> = {
  'CategoryName.in': {
    kinds: ['PILLAR', 'ORGANIZATION_TYPE'],
    query: (given) => `category(by: { named: { name: "Data", in: ${given} } }) { id }`,
  },
  'GraphSelection.roots': {
    kinds: nodeKinds,
    query: (given) => `graph(select: { roots: [${given}] }) { nodes { nodeId degree } edges { id } }`,
  },
  'InvolvementFilter.for': {
    kinds: duties,
    query: (given) => `roles(filter: { involvement: { for: [${given}] } }) { nodes { id } pageInfo { endCursor } }`,
  },
  'InvitePlanInput.cover': {
    kinds: groups,
    query: (given) => `invitePlan(input: { cover: [${given}] }) { invites { nodes { id } } itemCount }`,
  },
  'KeepApartInput.from': keepApart((given, role) => `roles: [${role}], from: [${given}]`),
  'KeepApartInput.roles': keepApart((given, role) => `roles: [${given}], from: [${role}]`),
  'RoleFilter.inAll': filter('inAll'),
  'RoleFilter.inAny': filter('inAny'),
  'RoleFilter.inNone': filter('inNone'),
  'RoleFilter.performsAll': filter('performsAll'),
  'RoleFilter.performsAny': filter('performsAny'),
  'WhatIfInput.of': {
    kinds: groups,
    query: (given) => `whatIf(input: { of: [${given}] }) { before { coverage { from groups { group { id } } } } }`,
  },
  'Query.compareGroups(of:)': {
    kinds: groups,
    query: (given) => `compareGroups(of: [${given}, "pillar:nowhere"]) { groups { id } }`,
  },
  'Query.coverage(of:)': {
    kinds: groups,
    query: (given, role) => `coverage(roles: [{ id: ${role} }], of: [${given}]) { from groups { group { id } } }`,
  },
  'Query.raci(of:)': {
    kinds: groups,
    query: (given) => `raci(of: [${given}]) { summary rows { totalCount } }`,
  },
  'Query.raci(about:)': {
    kinds: duties,
    query: (given) => `raci(about: [${given}]) { summary rows { totalCount } }`,
  },
  'Query.hats(of:)': {
    kinds: groups,
    query: (given) => `hats(people: 2, of: [${given}]) { persons { roles { role { id } } } roleCount }`,
  },
  'Query.intersections(of:)': {
    kinds: ['PILLAR'],
    query: (given) => `intersections(of: [${given}]) { groups { id } exclusiveRoleCount }`,
  },
  'Query.overlap(of:)': {
    kinds: groups,
    query: (given) => `overlap(of: [${given}, "pillar:nowhere"]) { groups { id } }`,
  },
  'Query.paths(from:)': {
    kinds: connected,
    query: (given, role) => `paths(from: ${given}, to: ${role}) { paths { sentence } }`,
  },
  'Query.paths(to:)': {
    kinds: connected,
    query: (given, role) => `paths(from: ${role}, to: ${given}) { paths { sentence } }`,
  },
  'Query.related(to:)': {
    kinds: connected,
    query: (given) => `related(to: ${given}) { nodes { id } pageInfo { endCursor } }`,
  },
  'Query.singlePoints(of:)': {
    kinds: groups,
    query: (given) => `singlePoints(of: [${given}]) { nodes { criticality roles { id } } }`,
  },
  'Responsibility.holders(in:)': {
    kinds: groups,
    query: (given) => `responsibilities { nodes { holders(in: ${given}) { nodes { id } pageInfo { endCursor } } } }`,
  },
  'Responsibility.involved(in:)': {
    kinds: groups,
    query: (given) => `responsibilities { nodes { involved(in: ${given}) { nodes { id } pageInfo { endCursor } } } }`,
  },
  'Responsibility.roles(in:)': {
    kinds: groups,
    query: (given) => `responsibilities { nodes { roles(in: ${given}) { nodes { id } } } }`,
  },
  'Role.appearances(in:)': { kinds: groups, query: (given) => `roles { nodes { appearances(in: ${given}) { id } } }` },
  'Role.involvedIn(in:)': {
    kinds: groups,
    query: (given) => `roles { nodes { involvedIn(in: ${given}) { nodes { id } pageInfo { endCursor } } } }`,
  },
  'Role.responsibilities(in:)': {
    kinds: groups,
    query: (given) => `roles { nodes { responsibilities(in: ${given}) { nodes { id } pageInfo { endCursor } } } }`,
  },
};

/** What takes nothing but ids. */
const exact = ['Query.node(id:)', 'Query.nodes(ids:)', 'CategoryBy.id', 'NamedBy.id', 'RoleBy.id'];

test('every argument that takes an id is listed here', () => {
  const places = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === 'ID');
      return fields.map(({ name }) => `${type.name}.${name}`);
    }
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter((argument) => getNamedType(argument.type).name === 'ID')
        .map((argument) => `${type.name}.${field.name}(${argument.name}:)`),
    );
  });
  expect(new Set(places)).toEqual(new Set([...Object.keys(idArguments), ...exact]));
});

test('every argument that takes an id or a name says so', () => {
  for (const place of Object.keys(idArguments)) {
    const [, type = '', field = '', argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(place) ?? [];
    const owner = schema.getType(type);
    const described =
      argument === undefined
        ? isInputObjectType(owner) && owner.getFields()[field]
        : isObjectType(owner) && owner.getFields()[field]?.args.find(({ name }) => name === argument);
    const description = described ? (described.description ?? '') : '';
    if (place !== 'Query.paths(to:)') expect(description, place).toMatch(/by id(?: or name|, title or name)/);
    expect(description, place).toMatch(/`[^`]*[A-Z][^`]*`/);
  }
});

/** The titles or the names of a node. */
function textsOf(node: Node): readonly string[] {
  if (node.kind === 'ROLE') return [node.title, ...node.alternateTitles, ...node.hiddenTitles];
  const hidden = node.kind === 'RESPONSIBILITY' || node.kind === 'TOPIC' ? node.hiddenNames : [];
  return [ownNameOf(node), ...hidden];
}

/** The nodes of some kinds whose name no other of them has. */
function uniquelyNamed(graph: CatalogGraph, kinds: readonly NodeKind[]): readonly Node[] {
  const nodes = [...graph.nodes((kind) => kind !== 'APPEARANCE' && kinds.includes(kind))];
  const having = Map.groupBy(
    nodes.flatMap((node) => [...new Set(textsOf(node).map(matchingKey))].map((key) => ({ key, node }))),
    ({ key }) => key,
  );
  return nodes.filter((node) => having.get(matchingKey(ownNameOf(node)))?.length === 1);
}

const answerTo = ({
  data,
  errors,
}: {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string }[];
}) => JSON.stringify({ data, errors: errors.map(({ message }) => message) });

async function expectSameAnswers(catalog: Catalog): Promise<void> {
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const { ask, close } = await askingOf(catalog);
  const role = JSON.stringify(graph.roles[0]?.id ?? 'role:nobody');
  for (const [place, { kinds, query }] of Object.entries(idArguments)) {
    const answerFor = async (given: string) => answerTo(await ask(`{ ${query(JSON.stringify(given), role)} }`));
    for (const node of uniquelyNamed(graph, kinds)) {
      const byId = await answerFor(node.id);
      for (const name of [ownNameOf(node), ` ${ownNameOf(node).toLowerCase()} `]) {
        expect(await answerFor(name), `${place} ${name}`).toBe(byId);
      }
    }
    // A category whose name several have is found by its label, unless that is the whole name of another node.
    const keys = [...graph.nodes((kind) => kind !== 'APPEARANCE')].flatMap((node) => [
      ...new Set([...textsOf(node), node.label].map(matchingKey)),
    ]);
    for (const { id, name, label } of kinds.includes('CATEGORY') ? graph.categories : []) {
      if (label === name || keys.filter((key) => key === matchingKey(label)).length > 1) continue;
      expect(await answerFor(label), `${place} ${label}`).toBe(await answerFor(id));
    }
  }
  await close();
}

test('a unique title or name gives the same answer as the id, for every argument and node', async () => {
  await fc.assert(fc.asyncProperty(smallCatalogs, expectSameAnswers), { numRuns: 20 });
});

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);
  const causeOf = async (query: string) => (await ask(`{ ${query} }`)).errors[0]?.cause;
  /** The error about a bad argument. */
  const errorOf = async (query: string) => {
    const cause = await causeOf(query);
    if (cause instanceof ArgumentError) return cause;
    throw new Error('expected an ArgumentError');
  };

  test('takes names and ids in one list', async () => {
    const { data } = await ask('{ overlap(of: ["Security", "pillar:reliability"]) { groups { id } } }');
    expect(data).toEqual({ overlap: { groups: [{ id: 'pillar:security' }, { id: 'pillar:reliability' }] } });
  });

  test.each([
    ['organization-type:msp', 'MSP'],
    ['organization-type:msp', 'managed service provider'],
    ['category:sustainability/architecture-and-engineering', 'Architecture & Engineering (Sustainability)'],
    ['category:sustainability/architecture-and-engineering', 'Sustainability/Architecture and Engineering'],
    ['category:sustainability/architecture-and-engineering', 'sustainability/architecture-and-engineering'],
    ['category:security/infrastructure-and-network', 'Infrastructure & Network (Security)'],
    ['pillar:security', 'Pillar: Security'],
  ])('takes %s as %j', async (id, given) => {
    const { data, errors } = await ask('query ($of: [ID!]!) { overlap(of: $of) { groups { id } } }', {
      of: [given, 'pillar:reliability'],
    });
    expect(errors).toEqual([]);
    expect(data).toEqual({ overlap: { groups: [{ id }, { id: 'pillar:reliability' }] } });
  });

  test('counts a node once that is given by its id and by its name', async () => {
    const query = 'overlap(of: ["Security", "pillar:security"]) { jaccard }';
    expect(await causeOf(query)).toMatchObject({
      argument: 'of',
      message: 'of has "pillar:security" twice; give distinct groups.',
    });
  });

  test('finds a category by its label', async () => {
    const named = 'category(by: { named: { name: "Architecture & Engineering (Sustainability)" } }) { id }';
    const id = 'category:sustainability/architecture-and-engineering';
    expect((await ask(`{ ${named} }`)).data).toEqual({ category: { id } });
  });

  test('an ambiguous name is an error with candidates that says how to write which', async () => {
    expect(await causeOf('roles(filter: { inAny: ["architecture and engineering"] }) { totalCount }')).toMatchObject({
      argument: 'filter.inAny',
      candidates: [
        'category:cost-optimization/architecture-and-engineering',
        'category:sustainability/architecture-and-engineering',
      ],
      message:
        'filter.inAny has "architecture and engineering", which could be 2 categories: ' +
        'category:cost-optimization/architecture-and-engineering, category:sustainability/architecture-and-engineering; ' +
        'give one of these ids, or the name with its owner, e.g. "Architecture & Engineering (Cost Optimization)".',
    });
  });

  test.each([
    ['overlap(of: ["Security", "Reliabilty"]) { jaccard }', 'of', 'pillar:reliability'],
    ['overlap(of: ["Security", "pillar:reliabilty"]) { jaccard }', 'of', 'pillar:reliability'],
    ['roles(filter: { performsAny: ["Bakcup"] }) { totalCount }', 'filter.performsAny', 'topic:backup'],
    ['invitePlan(input: { cover: ["Secrity"] }) { optimal }', 'input.cover', 'pillar:security'],
    ['graph(select: { roots: ["role:devops-enginer"] }) { truncated }', 'select.roots', 'role:devops-engineer'],
    ['related(to: "DevOps Enginer") { totalCount }', 'to', 'role:devops-engineer'],
    ['roleOverlap(of: [{ title: "SRE" }, { title: "Dev Ops Enginer" }]) { score }', 'of', 'role:devops-engineer'],
    ['roleOverlap(of: [{ title: "SRE" }, { id: "role:devops-enginer" }]) { score }', 'of', 'role:devops-engineer'],
    ['category(by: { named: { name: "Data", in: "Securty" } }) { id }', 'by.named.in', 'pillar:security'],
    ['role(by: { title: "SRE" }) { appearances(in: "Reliabilty") { id } }', 'in', 'pillar:reliability'],
    ['coverage(roles: [{ title: "SRE" }], of: ["topic:security"]) { from }', 'of', 'pillar:security'],
  ])('an unknown name is an error that suggests: %s', async (query, argument, suggested) => {
    const error = await errorOf(query);
    expect(error.argument).toBe(argument);
    expect(error.message).toContain(`Did you mean ${suggested}`);
    expect(error.suggestions).toContain(suggested);
  });

  test('suggests only what the argument accepts, at most 5', async () => {
    const suggestionsFor = async (query: string) => JSON.stringify((await errorOf(query)).suggestions ?? []);
    expect(await suggestionsFor('overlap(of: ["Security", "Data Enginer"]) { jaccard }')).not.toMatch(/"(role|topic):/);
    const roles = await suggestionsFor('roleOverlap(of: [{ title: "SRE" }, { title: "Cloud" }]) { score }');
    expect(roles).toMatch(/^\["role:[^"]+"(,"role:[^"]+"){4}\]$/);
  });

  test('an unknown name that is like nothing is an error that says how to search', async () => {
    const error = await errorOf('overlap(of: ["Security", "Xyzzy qwert"]) { jaccard }');
    expect(error.suggestions).toBeUndefined();
    expect(error.message).toMatch(/search\(query:\) finds titles and names by their words\.$/);
  });

  test('node, nodes and by: { id } take nothing but ids, and suggest nothing', async () => {
    const { data, errors, suggestions } = await ask(
      '{ node(id: "Security") { id } nodes(ids: ["SRE"]) { id } role(by: { id: "SRE" }) { id } pillar(by: { id: "Security" }) { id } }',
    );
    expect({ data, errors, suggestions }).toEqual({
      data: { node: null, nodes: [null], role: null, pillar: null },
      errors: [],
      suggestions: [],
    });
  });

  test('a field that is null, as nothing has the name, has suggestions in the extensions of the answer', async () => {
    const { data, errors, suggestions } = await ask(`{
      who: role(by: { title: "Dev Ops Enginer" }) { id }
      pillar(by: { name: "Reliabilty" }) { id }
      topic(by: { name: "Backup" }) { id }
      category(by: { named: { name: "Infrastructure & Netwrk", in: "Security" } }) { id }
      nobody: role(by: { title: "Xyzzy qwert" }) { id }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({ who: null, pillar: null, topic: { id: 'topic:backup' }, category: null, nobody: null });
    expect(suggestions.map(({ path, argument, suggestions: [first] }) => ({ path, argument, first }))).toEqual([
      { path: ['who'], argument: 'by.title', first: 'role:devops-engineer' },
      { path: ['pillar'], argument: 'by.name', first: 'pillar:reliability' },
      { path: ['category'], argument: 'by.named.name', first: 'category:security/infrastructure-and-network' },
    ]);
  });

  test('reports the error of the first field, however long its suggestions take', async () => {
    const names = ['Manage the backups of all the data in the data center', 'x', 'y'];
    const fields = names.map(
      (name, index) => `f${index}: roles(filter: { inAny: [${JSON.stringify(name)}] }) { totalCount }`,
    );
    const { errors } = await ask(`{ ${fields.join(' ')} }`);
    expect(errors[0]?.message).toContain('"Manage the backups of all');
  });

  test('suggests for the first 10 distinct names of a request', async () => {
    const fields = Array.from(
      { length: 30 },
      (_, index) => `r${index}: role(by: { title: "DevOps Enginer${index}" }) { id }`,
    );
    const { errors, suggestions } = await ask(`{ ${fields.join(' ')} }`);
    expect(errors).toEqual([]);
    expect(suggestions.map(({ path }) => path)).toEqual(Array.from({ length: 10 }, (_, index) => [`r${index}`]));
  });
});
