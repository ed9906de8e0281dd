import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { responsibilitiesByName, roleOrder } from '../../graph/lists/orders.ts';
import { filtered, type RoleFilter } from '../../graph/lists/role-filter.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { groupKinds } from '../../graph/nodes/node-kind.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { answerQuestion } from '../answer-question.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { listOrders, type ListedKind } from '../list-choices.ts';
import type { CatalogNames } from '../names/catalog-names.ts';
import { named } from '../node-fields.ts';
import { pageFields } from '../output/listed-items.ts';
import type { Report, ReportOptions } from '../output/report.ts';
import { rightAligned, type Column } from '../output/table.ts';
import { counted } from '../../text/in-words.ts';
import type { Terminal } from '../output/terminal.ts';

export interface ListOptions extends ReportOptions {
  readonly in?: readonly string[];
  readonly inAny?: readonly string[];
  readonly notIn?: readonly string[];
  readonly does?: readonly string[];
  readonly doesAny?: readonly string[];
  readonly pillars?: RoleFilter['pillarCount'];
  readonly title?: string;
  readonly by?: keyof typeof listOrders;
}

/** The options that are for roles only. */
const roleOptions = {
  in: '--in',
  inAny: '--in-any',
  notIn: '--not-in',
  does: '--does',
  doesAny: '--does-any',
  pillars: '--pillars',
  title: '--title',
  by: '--by',
} as const satisfies Readonly<Record<Exclude<keyof ListOptions, keyof ReportOptions>, string>>;

const terms = { 'filter.titleContains': '--title', 'filter.pillarCount': '--pillars' };

/** `rolegraph list`: all nodes of a kind; of roles, those that match all conditions. */
export function list(terminal: Terminal, kind: ListedKind, options: ListOptions): Promise<ExitCode> {
  if (kind !== 'roles') refuseRoleOptions(kind, options);
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    if (kind === 'roles') return rolesReport(rolesOf(graph, await filterOf(names, options), options.by ?? 'title'));
    return reports[kind](graph);
  });
}

function refuseRoleOptions(kind: ListedKind, options: ListOptions): void {
  const given = Object.entries(roleOptions).find(([name]) => Object.hasOwn(options, name));
  if (given === undefined) return;
  throw new UsageError(`${given[1]} is for roles; "rolegraph list ${kind}" lists all ${kind.replace('-', ' ')}.`);
}

async function filterOf(names: CatalogNames, options: ListOptions): Promise<RoleFilter> {
  const groups = async (words: readonly string[] | undefined) => words && idsOf(await names.nodes(words, groupKinds));
  const duties = async (words: readonly string[] | undefined) =>
    words && idsOf(await names.nodes(words, ['TOPIC', 'RESPONSIBILITY']));
  return {
    inAll: await groups(options.in),
    inAny: await groups(options.inAny),
    inNone: await groups(options.notIn),
    performsAll: await duties(options.does),
    performsAny: await duties(options.doesAny),
    pillarCount: options.pillars,
    titleContains: options.title,
  };
}

function idsOf(nodes: readonly { readonly id: string }[]): readonly string[] {
  return nodes.map(({ id }) => id);
}

/** The answer of the GraphQL field `roles`, with all pages. */
function rolesOf(graph: CatalogGraph, filter: RoleFilter, by: keyof typeof listOrders) {
  const { field, direction } = listOrders[by];
  const matching = filtered(graph, RoleSet.all(graph.roles.length), filter);
  const roles = graph.rolesInOrder(matching, field, direction);
  return {
    roles: {
      ...pageFields(roles, roleOrder(field, direction)),
      nodes: roles.map(({ id, title, label, pillars, organizationTypes, responsibilityCount }) => ({
        id,
        title,
        label,
        pillars: pillars.map(named),
        organizationTypes: organizationTypes.map(named),
        responsibilities: { totalCount: responsibilityCount },
      })),
    },
  };
}

function rolesReport(data: ReturnType<typeof rolesOf>): Report {
  const { nodes, totalCount } = data.roles;
  return listReport(data, counted(totalCount, 'role'), {
    columns: [idColumn, 'Role', 'Pillars', 'Organization types', rightAligned('Responsibilities')],
    rows: nodes.map(({ id, label, pillars, organizationTypes, responsibilities }) => [
      id,
      label,
      pillars.map(({ name }) => name),
      organizationTypes.map(({ name }) => name),
      responsibilities.totalCount,
    ]),
  });
}

const idColumn: Column = { heading: 'Id', onlyCsv: true };

function listReport(data: unknown, count: string, main: Report['main']): Report {
  return { data, main, summary: `${count}.`, parts: [main] };
}

/** The reports of all kinds but roles. */
const reports: Readonly<Record<Exclude<ListedKind, 'roles'>, (graph: CatalogGraph) => Report>> = {
  responsibilities: ({ responsibilities }) => {
    const nodes = responsibilities.map(({ id, name, topics, roleCount }) => ({
      id,
      name,
      topics: topics.map(named),
      roleCount,
    }));
    const data = { responsibilities: { ...pageFields(responsibilities, responsibilitiesByName), nodes } };
    return listReport(data, counted(nodes.length, 'responsibility', 'responsibilities'), {
      columns: [idColumn, 'Responsibility', 'Topics', rightAligned('Roles')],
      rows: nodes.map(({ id, name, topics, roleCount }) => [id, name, topics.map((topic) => topic.name), roleCount]),
    });
  },
  topics: (graph) => {
    const topics = graph.topics.map(({ id, name, roleCount, responsibilities }) => ({
      id,
      name,
      roleCount,
      responsibilities: { totalCount: responsibilities.length },
    }));
    return listReport({ topics }, counted(topics.length, 'topic'), {
      columns: [idColumn, 'Topic', rightAligned('Roles'), rightAligned('Responsibilities')],
      rows: topics.map(({ id, name, roleCount, responsibilities }) => [
        id,
        name,
        roleCount,
        responsibilities.totalCount,
      ]),
    });
  },
  pillars: (graph) => ownersReport('pillars', 'Pillar', counted(graph.pillars.length, 'pillar'), graph.pillars),
  'organization-types': (graph) =>
    ownersReport(
      'organizationTypes',
      'Organization type',
      counted(graph.organizationTypes.length, 'organization type'),
      graph.organizationTypes,
    ),
  categories: (graph) => {
    const categories = graph.categories.map(({ id, name, label, roleCount, pillar, organizationTypes }) => ({
      id,
      name,
      label,
      roleCount,
      pillar: pillar && named(pillar),
      organizationTypes: organizationTypes.map(named),
    }));
    return listReport({ categories }, counted(categories.length, 'category', 'categories'), {
      columns: [idColumn, 'Category', 'Of', rightAligned('Roles')],
      rows: categories.map(({ id, name, pillar, organizationTypes, roleCount }) => [
        id,
        name,
        pillar === null ? organizationTypes.map((type) => type.name) : pillar.name,
        roleCount,
      ]),
    });
  },
  sources: (graph) => {
    const sources = graph.sources.map(({ id, title, document, appearanceCount }) => ({
      id,
      title,
      document,
      appearanceCount,
    }));
    return listReport({ catalog: { sources } }, counted(sources.length, 'source'), {
      columns: [idColumn, 'Source', 'Document', rightAligned('Appearances')],
      rows: sources.map(({ id, title, document, appearanceCount }) => [id, title, document, appearanceCount]),
    });
  },
};

/** The report of groups that have categories. */
function ownersReport(field: string, heading: string, count: string, owners: readonly RoleGroup[]): Report {
  const nodes = owners.map(({ id, name, roleCount, categories }) => ({
    id,
    name,
    roleCount,
    categories: categories.map(named),
  }));
  return listReport({ [field]: nodes }, count, {
    columns: [idColumn, heading, rightAligned('Roles'), 'Categories'],
    rows: nodes.map(({ id, name, roleCount, categories }) => [
      id,
      name,
      roleCount,
      categories.map((category) => category.name),
    ]),
  });
}
