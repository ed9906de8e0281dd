import type { GraphQLResolveInfo } from 'graphql';
import { ArgumentError, retiredId, UnknownNameError } from '../../src/graph/argument-error.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { comparedNodes } from '../../src/graph/named-nodes.ts';
import type { NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { isOfKinds, kindNames, type NodeOfKind, type Role } from '../../src/graph/nodes/node.ts';
import { quoted } from '../../src/text/quoted-text.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

export const RoleByInput = builder.inputType('RoleBy', {
  description: 'Exactly one way to name a role. E.g. `{ title: "SRE" }` or `{ id: "role:devops-engineer" }`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id, e.g. `role:devops-engineer`.' }),
    title: t.string({
      description:
        'A title of the role. An exact spelling takes precedence. Otherwise, titles are compared without regard to case, ' +
        'accents, spaces and punctuation, with and without what stands in brackets: "CISO" finds `Chief Information ' +
        'Security Officer (CISO)`. A title that several roles share needs the qualifier: `Engineer (L3)`. ' +
        'Among equally near titles, main titles take precedence over alternate titles, and these over hidden titles, which are never shown. A title that could be several roles is an error that lists them. If no role has ' +
        'the title, `extensions.suggestions` of the error, or of the response if the field is null, has up to 5 ids.',
    }),
  }),
});

const NamedByInput = builder.inputType('NamedBy', {
  description: 'Exactly one way to name a node. E.g. `{ name: "Security" }` or `{ id: "pillar:security" }`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id, e.g. `pillar:security` or `topic:backup`.' }),
    name: t.string({
      description:
        'The name. An exact spelling takes precedence. Otherwise, names are compared without regard to case, accents, ' +
        'spaces and punctuation, with and without what stands in brackets. Responsibilities and topics are also found by ' +
        'hidden names, which are never shown. A name that could be several nodes is an error that lists them. If nothing ' +
        'has the name, `extensions.suggestions` of the response has up to 5 ids.',
    }),
  }),
});

export interface RoleBy {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

type NamedBy = { readonly id: string; readonly name?: undefined } | { readonly id?: undefined; readonly name: string };

const byArgument = builder.args((t) => ({
  by: t.field({ type: NamedByInput, required: true, description: 'The id or the name.' }),
}));

/** The field of Query that looks up a node of a kind by id or name. */
export function lookUpField<K extends 'RESPONSIBILITY' | 'TOPIC' | 'PILLAR' | 'ORGANIZATION_TYPE'>(
  kind: K,
  description: string,
) {
  return {
    nullable: true as const,
    description,
    args: byArgument,
    resolve: (
      _root: object,
      { by }: { readonly by: NamedBy },
      { rolegraph: { graph, suggestions } }: Context,
      { path }: GraphQLResolveInfo,
    ) => {
      if (by.id !== undefined) return nodeOfKind(graph, by.id, kind);
      return graph.names.named(kind, by.name, 'by.name') ?? suggestions.note(path, 'by.name', by.name, kind);
    },
  };
}

/** The node with an id if it is of the kind. */
export function nodeOfKind<K extends NodeKind>(graph: CatalogGraph, id: string, kind: K): NodeOfKind<K> | undefined {
  const node = graph.currentNode(id);
  return node !== undefined && isOfKinds(node, [kind]) ? node : undefined;
}

export function roleBy(graph: CatalogGraph, { id, title }: RoleBy, argument: string): Role | undefined {
  if (id !== undefined) return nodeOfKind(graph, id, 'ROLE');
  return title === undefined ? undefined : graph.names.role(title, `${argument}.title`);
}

/** @throws ArgumentError if there is no such role. */
function requiredRoleBy(graph: CatalogGraph, by: RoleBy, argument: string): Role {
  const role = roleBy(graph, by, argument);
  if (role !== undefined) return role;
  const [field, given] = by.id === undefined ? ['title', by.title ?? ''] : ['id', by.id];
  const replacedBy = by.id === undefined ? undefined : graph.replacementsOf(by.id);
  if (replacedBy !== undefined) throw retiredId(argument, given, replacedBy);
  const message = `${argument} has the ${field} ${quoted(given)}, which no ${kindNames.ROLE} has.`;
  throw new UnknownNameError(argument, message, given, ['ROLE']);
}

/**
 * The distinct roles of a list, in the order given; none if the list is empty or not given.
 *
 * @throws ArgumentError if one of them does not exist.
 */
export function namedRoles(
  graph: CatalogGraph,
  given: readonly RoleBy[] | null | undefined,
  argument: string,
): readonly Role[] {
  return [...new Set((given ?? []).map((by) => requiredRoleBy(graph, by, argument)))];
}

/** As namedRoles, for a list that must not be empty: a team. Two people may have the same role, which counts once. */
export function requiredRoles(graph: CatalogGraph, given: readonly RoleBy[], argument: string): readonly Role[] {
  if (given.length === 0) {
    throw new ArgumentError(
      argument,
      `${argument} is an empty list; name at least one ${kindNames.ROLE}, e.g. { title: "DevOps Engineer" }.`,
    );
  }
  return namedRoles(graph, given, argument);
}

/** The distinct roles of a comparison, in the order given. */
export function comparedRoles(
  graph: CatalogGraph,
  given: readonly RoleBy[],
  argument: string,
  limits: { readonly least: number; readonly most: number },
): readonly Role[] {
  return comparedNodes(given, argument, kindNames.ROLE, limits, (by) => requiredRoleBy(graph, by, argument));
}
