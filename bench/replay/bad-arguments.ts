import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import type { ValueSource } from './argument-values.ts';
import { isList, isObject } from './json.ts';
import { allKinds } from './vocabulary.ts';

/** The same arguments but for one that is wrong, or missing, or too much. */
export function withBadArgument(
  field: GraphQLField<unknown, unknown>,
  given: Readonly<Record<string, unknown>>,
  source: ValueSource,
): Record<string, unknown> {
  const { random } = source;
  const names = field.args.map(({ name }) => name);
  if (names.includes('last') && random.chance(0.1)) return { ...given, first: 2, last: 3 };
  if (random.chance(0.03)) return { ...given, unheardOf: 1 };
  // What is given is more likely to be what an error is about.
  const name = random.pick(Object.keys(given).length > 0 && random.chance(0.6) ? Object.keys(given) : names);
  const argument = field.args.find((each) => each.name === name);
  if (argument === undefined) return { ...given };
  return { ...given, [name]: badValue(argument.type, given[name], source) };
}

function badValue(type: GraphQLInputType, usual: unknown, source: ValueSource): unknown {
  const { random } = source;
  const nullable = getNullableType(type);
  if (random.chance(0.03)) return null;
  if (isListType(nullable)) {
    const items = isList(usual) ? usual : [];
    const bad = (): unknown => badValue(nullable.ofType, items[0], source);
    switch (random.below(5)) {
      case 0:
        return [];
      case 1:
        return [...items, ...items.slice(0, 1)];
      case 2:
        return items.length === 0 ? [bad()] : Array.from({ length: 20 }, (_, at) => items[at % items.length]);
      case 3:
        return [bad()];
      default:
        return [...items.slice(1), bad()];
    }
  }
  if (isEnumType(nullable)) return random.pick(['NONSENSE', 'pillar', 'APPEARANCE', 'SOURCE', 7]);
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const object = isObject(usual) ? usual : {};
    if (random.chance(0.08)) return {};
    if (random.chance(0.05)) return { ...object, unheardOf: true };
    const named = random.pick(fields);
    const bad = { [named.name]: badValue(named.type, object[named.name], source) };
    return nullable.isOneOf && random.chance(0.7) ? bad : { ...object, ...bad };
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return random.pick([0, -1, 7, 101, 501, 10_001, 2_147_483_647, 2_147_483_648, 1.5, '3']);
    case 'Float':
      return random.pick([-0.1, 1.000_001, 1_000_000, '0.5']);
    case 'Boolean':
      return random.pick(['true', 1]);
    case 'ID':
      return badId(source);
    default:
      return badText(usual, source);
  }
}

/** Of nothing, of something of another kind, or nothing like an id. */
function badId({ random, vocabulary }: ValueSource): string | number {
  const kind = random.pick(allKinds);
  const words = vocabulary.words[kind];
  if (words.length > 0 && random.chance(0.5)) return random.pick(words).id;
  return random.pick(['', 'role:nobody', 'pillar:nowhere', 'category:security/nothing', 'nonsense', 'ROLE:sre', 5]);
}

function badText(usual: unknown, { random, cursors }: ValueSource): string {
  const everywhere = [...cursors.values()].flat();
  if (everywhere.length > 0 && random.chance(0.4)) return random.pick(everywhere);
  const cut = typeof usual === 'string' ? usual.slice(1) : 'WyJ0aXRsZSJd';
  return random.pick(['', ' ', '!?', 'Nobody Whosoever', 'x'.repeat(201), 'WyJ0aXRsZSIsMSwyXQ', cut]);
}
