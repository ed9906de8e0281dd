import {
  getNamedType,
  graphql,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { requestGraph } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { rightsUpTo, type Right } from '../../src/access/caller.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { shippedStore } from '../server/running-server.ts';

/** Any value of a type, as a literal. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{${given.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')}}`;
  }
  return { Int: '1', Float: '1.0', Boolean: 'true', DateTime: '"2026-01-01T00:00:00Z"' }[type.name] ?? '"x"';
}

function call({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map((argument) => `${argument.name}: ${literal(argument.type)}`);
  const selection = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
  return `${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${selection}`;
}

async function codeOf(query: string, right: Right | undefined): Promise<unknown> {
  const catalog = await (await shippedStore()).current();
  const caller = {
    name: 'tester',
    rights: right === undefined ? new Set<Right>() : rightsUpTo(right),
    expiresAt: null,
  };
  const importText = () => Promise.reject(new Error('the field is carried out'));
  const contextValue = { rolegraph: await requestGraph(catalog, new Scheduler(), { caller, importText }) };
  const { errors } = await graphql({ schema, source: query, contextValue });
  return errors?.[0]?.extensions['code'];
}

const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {});

test.each(fieldsOf(schema.getQueryType()).map((field) => [field.name, `{ ${call(field)} }`]))(
  'Query.%s is answered only with the right to read',
  async (_, query) => {
    expect(await codeOf(query, undefined)).toBe('FORBIDDEN');
    expect(await codeOf(query, 'read')).not.toBe('FORBIDDEN');
  },
);

test.each(fieldsOf(schema.getMutationType()).map((field) => [field.name, `mutation { ${call(field)} }`]))(
  'Mutation.%s is carried out only with the right to import',
  async (_, query) => {
    expect(await codeOf(query, undefined)).toBe('FORBIDDEN');
    expect(await codeOf(query, 'read')).toBe('FORBIDDEN');
    expect(await codeOf(query, 'import')).not.toBe('FORBIDDEN');
  },
);
