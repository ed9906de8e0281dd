import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Types of one kind, as the list of types shows them together. */
export interface TypeGroup {
  /** The anchor in the list of types. */
  readonly id: string;
  readonly title: string;
  /** What one of them is called on its page. */
  readonly kind: string;
  readonly types: readonly GraphQLNamedType[];
}

const isList = ({ name }: GraphQLNamedType) => /(?:Connection|Edge)$/.test(name);

const kinds: readonly {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly has: (type: GraphQLNamedType) => boolean;
}[] = [
  { id: 'interfaces', title: 'Interfaces', kind: 'interface', has: isInterfaceType },
  { id: 'unions', title: 'Unions', kind: 'union', has: isUnionType },
  { id: 'inputs', title: 'Inputs', kind: 'input', has: isInputObjectType },
  { id: 'enums', title: 'Enums', kind: 'enum', has: isEnumType },
  { id: 'scalars', title: 'Scalars', kind: 'scalar', has: isScalarType },
  { id: 'lists', title: 'Pages of lists', kind: 'object', has: isList },
  { id: 'objects', title: 'Objects', kind: 'object', has: () => true },
];

const order = ['objects', 'interfaces', 'unions', 'inputs', 'enums', 'scalars', 'lists'];

/** The types of a schema, but those that every schema has, by kind and name. The types of its operations are objects. */
export function typeGroups(schema: GraphQLSchema): readonly TypeGroup[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const byKind = Map.groupBy(types, (type) => kinds.find(({ has }) => has(type)));
  return [...byKind]
    .flatMap(([kind, members]) => (kind === undefined ? [] : [{ ...kind, types: byName(members) }]))
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function byName(types: readonly GraphQLNamedType[]): readonly GraphQLNamedType[] {
  return types.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
