import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Cost } from '../../../../schema/costs/cost.ts';
import type { CostOfField } from '../../../../schema/costs/field-costs.ts';
import { grouped } from '../../../text/quoted-text.ts';
import { collectFields, type ExecutableQuery } from './collect-fields.ts';

/**
 * The most that a query may cost: a second or two of one processor, and an answer of some ten megabytes. The whole graph
 * of 5,000 roles with all its edges is below it.
 */
export const mostCost = 3_000_000;

export interface QueryCost {
  /** The estimated cost; 1 is the cost of a field that only reads memory. */
  readonly total: number;
  /** The path of the most expensive field: response names from the root. */
  readonly mostExpensive: readonly string[];
}

const free: QueryCost = { total: 0, mostExpensive: [] };

/**
 * Estimates the cost of a query. Each field has a cost of its own and an expected number of items, and its selection counts
 * once for each of them. An item that can be of several types counts as the most expensive of them. Introspection is free:
 * its size is limited by the schema. Takes time in proportion to the query, whatever its fragments.
 */
export function queryCost(query: ExecutableQuery, costOfField: CostOfField): QueryCost {
  const { schema, operation, variableValues } = query;
  const known = new Map<SelectionSetNode, Map<GraphQLObjectType, QueryCost>>();

  function ofSelection(selectionSet: SelectionSetNode, type: GraphQLNamedOutputType): QueryCost {
    if (isAbstractType(type)) {
      return mostExpensiveOf(schema.getPossibleTypes(type).map((each) => ofSelection(selectionSet, each)));
    }
    if (!isObjectType(type) || isIntrospectionType(type)) return free;
    const costs = known.get(selectionSet) ?? new Map<GraphQLObjectType, QueryCost>();
    known.set(selectionSet, costs);
    let cost = costs.get(type);
    if (cost === undefined) {
      const parts = Array.from(collectFields(selectionSet, type, query), ([name, nodes]) => ofField(name, nodes, type));
      cost = {
        total: parts.reduce((sum, { total }) => sum + total, 0),
        mostExpensive: mostExpensiveOf(parts).mostExpensive,
      };
      costs.set(type, cost);
    }
    return cost;
  }

  /** A field that is selected several times costs its own cost once; its selections count as if they had nothing in common. */
  function ofField(name: string, nodes: readonly FieldNode[], type: GraphQLObjectType): QueryCost {
    const [node] = nodes;
    const field = node && type.getFields()[node.name.value];
    if (node === undefined || field === undefined) return free;
    const { own, items } = costOf(field, node, type);
    const named = getNamedType(field.type);
    const inner = nodes.map(({ selectionSet }) =>
      selectionSet && isCompositeType(named) ? ofSelection(selectionSet, named) : free,
    );
    const inside = items * inner.reduce((sum, { total }) => sum + total, 0);
    const beyond = inside > own ? mostExpensiveOf(inner).mostExpensive : [];
    const isExpensive = own > 1 || items > 1 || beyond.length > 0;
    return { total: own + inside, mostExpensive: isExpensive ? [name, ...beyond] : [] };
  }

  function costOf(field: GraphQLField<unknown, unknown>, node: FieldNode, type: GraphQLObjectType): Cost {
    try {
      return costOfField(`${type.name}.${field.name}`, getArgumentValues(field, node, variableValues));
    } catch {
      // The arguments are invalid: the field reports the error itself, and is not executed.
      return { own: 1, items: 0 };
    }
  }

  const root = schema.getRootType(operation.operation);
  if (root == null) return free;
  const { total, mostExpensive } = ofSelection(operation.selectionSet, root);
  return { total: Math.ceil(total), mostExpensive };
}

function mostExpensiveOf(costs: readonly QueryCost[]): QueryCost {
  return costs.reduce((most, each) => (each.total > most.total ? each : most), free);
}

/** The error for a query that is refused before it is executed. */
export function tooCostly({ total, mostExpensive }: QueryCost, limit: number): GraphQLError {
  const part = mostExpensive.length === 0 ? '' : `. The most expensive part is ${mostExpensive.join('.')}`;
  return new GraphQLError(
    `The query would cost about ${grouped(total)}; the limit for one query is ${grouped(limit)}${part}. ` +
      'Ask there for fewer items (first, maxNodes, ids), nest fewer lists in lists, or send several requests.',
    {
      extensions: {
        code: 'QUERY_TOO_COSTLY',
        cost: { estimate: total, limit, items: 0 },
        http: { status: 400, spec: true },
      },
    },
  );
}
