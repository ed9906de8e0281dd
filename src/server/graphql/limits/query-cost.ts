import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
  type validateExecutionArgs,
} from 'graphql';

/** A query with its variables, of which graphql-js has found that it can be executed. */
export type ExecutableQuery = Exclude<ReturnType<typeof validateExecutionArgs>, readonly unknown[]>;

export interface QueryCost {
  /** What the query is estimated to cost, in fields that are at hand. */
  readonly total: number;
  /** Where most of it is spent: the names of the fields on the way to the list or number that costs most. */
  readonly dearest: readonly string[];
}

const free: QueryCost = { total: 0, dearest: [] };

/**
 * What it will cost to answer a query, as its fields say of themselves: each costs something of its own and, for each item
 * it is expected to have, what is selected inside. Where an item can be of several types, it counts as the dearest.
 * Introspection is free: it is limited by the schema. Takes time in proportion to the query, whatever its fragments.
 */
export function queryCost(query: ExecutableQuery): QueryCost {
  const { schema, operation, fragments, variableValues, contextValue } = query;
  const known = new Map<SelectionSetNode, Map<GraphQLObjectType, QueryCost>>();

  function ofSelection(selectionSet: SelectionSetNode, type: GraphQLNamedOutputType): QueryCost {
    if (isAbstractType(type)) {
      return dearestOf(schema.getPossibleTypes(type).map((each) => ofSelection(selectionSet, each)));
    }
    if (!isObjectType(type) || isIntrospectionType(type)) return free;
    const costs = known.get(selectionSet) ?? new Map<GraphQLObjectType, QueryCost>();
    known.set(selectionSet, costs);
    let cost = costs.get(type);
    if (cost === undefined) {
      const parts = Array.from(collected(selectionSet, type), ([name, nodes]) => ofField(name, nodes, type));
      cost = { total: parts.reduce((sum, { total }) => sum + total, 0), dearest: dearestOf(parts).dearest };
      costs.set(type, cost);
    }
    return cost;
  }

  /** The fields that are answered, by their names in the answer; what one fragment holds is collected once. */
  function collected(selectionSet: SelectionSetNode, type: GraphQLObjectType): ReadonlyMap<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!isIncluded(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const nodes = fields.get(name);
          if (nodes === undefined) fields.set(name, [selection]);
          else nodes.push(selection);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection, type)) collect(selection.selectionSet);
        } else if (!seen.has(selection.name.value)) {
          seen.add(selection.name.value);
          const fragment = fragments[selection.name.value]?.definition;
          if (fragment !== undefined && applies(fragment, type)) collect(fragment.selectionSet);
        }
      }
    };
    collect(selectionSet);
    return fields;
  }

  /** Not where @skip or @include leaves it out. */
  function isIncluded(selection: SelectionNode): boolean {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
  }

  function applies({ typeCondition }: FragmentDefinitionNode | InlineFragmentNode, type: GraphQLObjectType): boolean {
    if (typeCondition === undefined) return true;
    const condition = schema.getType(typeCondition.name.value);
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  }

  /** A field that is selected several times is found once; what is selected inside is taken not to have anything in common. */
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
    const beyond = inside > own ? dearestOf(inner).dearest : [];
    const isDear = own > 1 || items > 1 || beyond.length > 0;
    return { total: own + inside, dearest: isDear ? [name, ...beyond] : [] };
  }

  /** What the field says of itself, to the Pothos plugin that takes it down. */
  function costOf(field: GraphQLField<unknown, unknown>, node: FieldNode): FieldCost {
    const { complexity } = field.extensions;
    let args: unknown;
    try {
      args = getArgumentValues(field, node, variableValues);
    } catch {
      // Told by the field itself, which is not executed then.
      return { own: 1, items: 0 };
    }
    const said = isCostFunction(complexity) ? complexity(args, contextValue, field) : complexity;
    if (typeof said === 'number') return { own: said, items: 1 };
    const own = numberIn(said, 'field');
    const items = numberIn(said, 'multiplier');
    return { own, items };
  }

  const root = schema.getRootType(operation.operation);
  if (root == null) return free;
  const { total, dearest } = ofSelection(operation.selectionSet, root);
  return { total: Math.ceil(total), dearest };
}

interface FieldCost {
  /** What it takes to find what is answered. */
  readonly own: number;
  /** How often what is selected inside is answered. */
  readonly items: number;
}

type CostFunction = (args: unknown, context: unknown, field: unknown) => unknown;

function isCostFunction(value: unknown): value is CostFunction {
  return typeof value === 'function';
}

/** A number of a field's cost; 1 where the field says nothing of it. */
function numberIn(said: unknown, name: 'field' | 'multiplier'): number {
  const value: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, name) : undefined;
  // Arguments that are out of their range must not take anything off the cost of others.
  return typeof value === 'number' ? Math.max(0, value) : 1;
}

function dearestOf(costs: readonly QueryCost[]): QueryCost {
  return costs.reduce((most, each) => (each.total > most.total ? each : most), free);
}
