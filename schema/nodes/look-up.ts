import { kindNames, type Node } from '../../src/graph/nodes/node.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { comparedNodes } from '../../src/graph/named-nodes.ts';
import { quoted } from '../../src/text/quoted-text.ts';
import { builder } from '../builder.ts';

export const RoleByInput = builder.inputType('RoleBy', {
  description: 'Names a role by exactly one of these. E.g. `{ title: "SRE" }` or `{ id: "role:devops-engineer" }`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id, e.g. `role:devops-engineer`.' }),
    title: t.string({
      description:
        "A title, alternate titles included, compared by matching key. A role's own title wins over others' alternate " +
        'titles; an alternate title of several roles is an error that lists them.',
    }),
  }),
});

export const NamedByInput = builder.inputType('NamedBy', {
  description: 'Names a node by exactly one of these. E.g. `{ name: "Security" }` or `{ id: "pillar:security" }`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id, e.g. `pillar:security` or `topic:backup`.' }),
    name: t.string({ description: 'The name, compared by matching key: case, spaces and punctuation do not count.' }),
  }),
});

export interface RoleBy {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

export interface NamedBy {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** The node of an id if it is of the kind. */
export function nodeOfKind<K extends Node['kind']>(
  graph: CatalogGraph,
  id: string,
  kind: K,
): Extract<Node, { kind: K }> | undefined {
  const node = graph.node(id);
  return node !== undefined && isOfKind(node, kind) ? node : undefined;
}

export function roleBy(graph: CatalogGraph, { id, title }: RoleBy, argument: string): Role | undefined {
  if (id !== undefined) return nodeOfKind(graph, id, 'ROLE');
  return title === undefined ? undefined : graph.names.role(title, `${argument}.title`);
}

/** A role that must be there. */
export function requiredRoleBy(graph: CatalogGraph, by: RoleBy, argument: string): Role {
  const role = roleBy(graph, by, argument);
  if (role !== undefined) return role;
  const [field, given] = by.id === undefined ? ['title', by.title ?? ''] : ['id', by.id];
  throw new ArgumentError(
    argument,
    `${argument} has the ${field} ${quoted(given)}, which no ${kindNames.ROLE} has; ` +
      'search(query:) finds titles that are spelled alike.',
  );
}

/** The distinct roles of a list, in the order given; each must be there. None where the list is empty or not given. */
export function namedRoles(
  graph: CatalogGraph,
  given: readonly RoleBy[] | null | undefined,
  argument: string,
): readonly Role[] {
  return [...new Set((given ?? []).map((by) => requiredRoleBy(graph, by, argument)))];
}

/** As namedRoles, of a list that must name somebody: a team. Two people may have one role, which counts once. */
export function requiredRoles(graph: CatalogGraph, given: readonly RoleBy[], argument: string): readonly Role[] {
  if (given.length === 0) {
    throw new ArgumentError(
      argument,
      `${argument} is an empty list; name at least one ${kindNames.ROLE}, e.g. { title: "DevOps Engineer" }.`,
    );
  }
  return namedRoles(graph, given, argument);
}

/** The distinct roles that a comparison is about, in the order given. */
export function comparedRoles(
  graph: CatalogGraph,
  given: readonly RoleBy[],
  argument: string,
  limits: { readonly least: number; readonly most: number },
): readonly Role[] {
  return comparedNodes(given, argument, kindNames.ROLE, limits, (by) => requiredRoleBy(graph, by, argument));
}

function isOfKind<K extends Node['kind']>(node: Node, kind: K): node is Extract<Node, { kind: K }> {
  return node.kind === kind;
}
