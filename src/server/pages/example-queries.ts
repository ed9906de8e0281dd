import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import {
  commonWord,
  connectedRoles,
  drawingAround,
  groupWithSinglePoints,
  reviewedGroup,
  sharingGroups,
  widestRole,
} from './example-choices.ts';
import { pageFile } from './page-file.ts';

/** A question to try, and the query that asks it. */
export interface ExampleQuery {
  /** The file of the query, without its extension, e.g. `paths`. */
  readonly name: string;
  readonly question: string;
  readonly query: string;
}

/** How many questions the pages show. */
const shownQuestions = 6;

const computed = new WeakMap<CatalogGraph, readonly ExampleQuery[]>();

/**
 * Six questions about nodes of a catalog, each with an answer of ten to thirty lines. GraphiQL opens with a tab for each.
 * Questions that the catalog has no answer to, such as what groups share if there are none, give way to simpler ones, of
 * which the last need not even a role.
 *
 * @param graph undefined if no catalog can be read: the questions are then those that name nothing of a catalog.
 */
export function exampleQueries(graph: CatalogGraph | undefined): readonly ExampleQuery[] {
  if (graph === undefined) return generalQuestions;
  const known = computed.get(graph);
  if (known !== undefined) return known;
  const questions = questionsAbout(graph).slice(0, shownQuestions);
  computed.set(graph, questions);
  return questions;
}

const generalQuestions = [
  example('role-list', 'Which roles are there?'),
  example('catalog-facts', 'What does this server serve?'),
];

function questionsAbout(graph: CatalogGraph): readonly ExampleQuery[] {
  const role = widestRole(graph);
  if (role === undefined) return generalQuestions;
  const reviewed = reviewedGroup(graph);
  const words = commonWord(graph, role);
  return [
    example('role-relations', `${role.label}: what do they do, and which roles are similar?`, { title: role.label }),
    ...groupQuestion(sharingGroups(graph)),
    ...drawing(graph, role),
    ...(reviewed === undefined
      ? []
      : [example('invite-plan', `Who should be invited to a review of ${reviewed.label}?`, { group: reviewed.id })]),
    ...singlePointQuestion(groupWithSinglePoints(graph, [reviewed])),
    ...pathQuestion(connectedRoles(graph)),
    example('role-search', `What is found for “${words}”?`, { words }),
    ...generalQuestions,
    ...twoRoles(graph, role),
  ];
}

function groupQuestion(groups: readonly [RoleGroup, RoleGroup] | undefined): readonly ExampleQuery[] {
  if (groups === undefined) return [];
  const [first, second] = groups;
  const question = `Which roles do ${first.label} and ${second.label} share?`;
  return [example('what-groups-share', question, { first: first.id, second: second.id })];
}

function drawing(graph: CatalogGraph, role: Role): readonly ExampleQuery[] {
  if (graph.roles.length === 1) return [];
  const drawn = drawingAround(graph, role);
  if (drawn === undefined) return [example('roles-to-draw', 'What do the roles look like, ready to draw?')];
  const { root, minOverlap, maxNodes } = drawn;
  const question = `What does the graph around ${root.label} look like, ready to draw?`;
  return [example('graph-to-draw', question, { root: root.id, minOverlap, maxNodes })];
}

function singlePointQuestion(group: RoleGroup | undefined): readonly ExampleQuery[] {
  if (group === undefined) return [];
  const question = `Which roles are single points of failure in ${group.label}, and what is lost without one?`;
  return [example('single-points', question, { group: group.id })];
}

function pathQuestion(roles: readonly [Role, Role] | undefined): readonly ExampleQuery[] {
  if (roles === undefined) return [];
  const [from, to] = roles;
  return [example('paths', `How are ${from.label} and ${to.label} connected?`, { from: from.id, to: to.id })];
}

function twoRoles(graph: CatalogGraph, role: Role): readonly ExampleQuery[] {
  const other = graph.roles.find((each) => each !== role);
  if (other === undefined) return [];
  const question = `What do ${role.label} and ${other.label} have in common?`;
  return [example('two-roles', question, { first: { id: role.id }, second: { id: other.id } })];
}

type Value = string | number | { readonly id: string };

/** @param values what the variables in the file stand for; they are put into the query, where readers change them. */
function example(name: string, question: string, values: Readonly<Record<string, Value>> = {}): ExampleQuery {
  const query = pageFile(`examples/${name}.graphql`).replaceAll(/\$(\w+)/g, (_, variable: string) => {
    const value = values[variable];
    if (value === undefined) throw new Error(`pages/examples/${name}.graphql uses $${variable}, which has no value.`);
    // A string of JSON is also a string of GraphQL.
    return typeof value === 'object' ? `{ id: ${JSON.stringify(value.id)} }` : JSON.stringify(value);
  });
  return { name, question, query };
}
