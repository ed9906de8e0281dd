import {
  getArgumentValues,
  getNamedType,
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
import { collectFields, type ExecutableQuery } from './collect-fields.ts';

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
export function queryCost(query: ExecutableQuery): QueryCost {
  const { schema, operation, variableValues, contextValue } = query;
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
    const { own, items } = costOf(field, node);
    const named = getNamedType(field.type);
    const inner = nodes.map(({ selectionSet }) =>
      selectionSet && isCompositeType(named) ? ofSelection(selectionSet, named) : free,
    );
    const inside = items * inner.reduce((sum, { total }) => sum + total, 0);
    const beyond = inside > own ? mostExpensiveOf(inner).mostExpensive : [];
    const isExpensive = own > 1 || items > 1 || beyond.length > 0;
    return { total: own + inside, mostExpensive: isExpensive ? [name, ...beyond] : [] };
  }

  /** The cost that the field declares through the complexity plugin of Pothos. */
  function costOf(field: GraphQLField<unknown, unknown>, node: FieldNode): FieldCost {
    const { complexity } = field.extensions;
    let args: unknown;
    try {
      args = getArgumentValues(field, node, variableValues);
    } catch {
      // The field reports the error itself, and is not executed.
      return { own: 1, items: 0 };
    }
    const declared = isCostFunction(complexity) ? complexity(args, contextValue, field) : complexity;
    if (typeof declared === 'number') return { own: declared, items: 1 };
    return { own: numberIn(declared, 'field'), items: numberIn(declared, 'multiplier') };
  }

  const root = schema.getRootType(operation.operation);
  if (root == null) return free;
  const { total, mostExpensive } = ofSelection(operation.selectionSet, root);
  return { total: Math.ceil(total), mostExpensive };
}

interface FieldCost {
  /** The cost of finding the value. */
  readonly own: number;
  /** How often the selection of the field is executed. */
  readonly items: number;
}

type CostFunction = (args: unknown, context: unknown, field: unknown) => unknown;

function isCostFunction(value: unknown): value is CostFunction {
  return typeof value === 'function';
}

/** One number of a declared cost; 1 if the field does not declare it. */
function numberIn(declared: unknown, name: 'field' | 'multiplier'): number {
  const value: unknown = typeof declared === 'object' && declared !== null ? Reflect.get(declared, name) : undefined;
  // An argument that is out of range must not make the total smaller.
  return typeof value === 'number' ? Math.max(0, value) : 1;
}

function mostExpensiveOf(costs: readonly QueryCost[]): QueryCost {
  return costs.reduce((most, each) => (each.total > most.total ? each : most), free);
}
