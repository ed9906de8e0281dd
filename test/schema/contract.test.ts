import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findSchemaChanges,
  getNamedType,
  GraphQLInputObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  SafeChangeType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/schema.ts';

const contract = buildSchema(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));
const printed = buildSchema(printSchema(lexicographicSortSchema(schema)));

const safeChanges = new Set<string>(Object.values(SafeChangeType));

/** The enums that answers may have: one that is only asked with changes no answer by a value more. */
const answeredEnums = new Set(
  Object.values(printed.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap((field) => {
          const named = getNamedType(field.type);
          return isEnumType(named) ? [named.name] : [];
        })
      : [],
  ),
);

function isSafe({ type, description }: { readonly type: string; readonly description: string }): boolean {
  const [, widened] = /^Enum value (\w+)\.\w+ was added/.exec(description) ?? [];
  return safeChanges.has(type) || (widened !== undefined && !answeredEnums.has(widened));
}

describe('the contract with clients', () => {
  test('everything that the contract names exists, and means the same to a client', () => {
    const changes = findSchemaChanges(contract, printed);
    expect(changes.filter((change) => !isSafe(change))).toEqual([]);
  });

  const oneOfs = Object.values(contract.getTypeMap()).filter((type) => isInputObjectType(type) && type.isOneOf);

  test.each(oneOfs.map(({ name }) => name))('%s takes exactly one of its fields', (name) => {
    const type = printed.getType(name);
    expect(type).toBeInstanceOf(GraphQLInputObjectType);
    expect(isInputObjectType(type) && type.isOneOf).toBe(true);
  });

  test('the contract has the inputs that take one of their fields', () => {
    expect(oneOfs.map(({ name }) => name).sort()).toEqual(['CategoryBy', 'NamedBy', 'RoleBy']);
  });
});

/** Everything of the printed schema that can have a description, by its coordinate, and whether it has one. */
function* descriptions(): Generator<readonly [string, string | null | undefined]> {
  for (const type of Object.values(printed.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const argument of field.args) {
        yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description];
      }
    }
  }
}

describe('the documentation that users read in GraphiQL', () => {
  test('every type, field, argument and enum value is described', () => {
    const all = [...descriptions()];
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter(([, description]) => (description ?? '').trim().length < 8)).toEqual([]);
  });
});
