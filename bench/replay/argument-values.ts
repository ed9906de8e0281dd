import {
  GraphQLInt,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { SeededRandom } from '../seeded-random.ts';
import { isList, isObject, type JsonObject } from './json.ts';
import { allKinds, drawnKinds, groupKinds, type Kind, type Vocabulary, type Word } from './vocabulary.ts';

/** What the ids or the name of an argument or an input field are those of, by coordinate. */
const kindsNamed: Readonly<Record<string, readonly Kind[]>> = {
  'Query.node(id:)': allKinds,
  'Query.nodes(ids:)': allKinds,
  'Query.paths(from:)': drawnKinds,
  'Query.paths(to:)': drawnKinds,
  'Query.related(to:)': drawnKinds,
  'GraphSelection.roots': allKinds,
  'Query.pillar(by:)': ['PILLAR'],
  'Query.organizationType(by:)': ['ORGANIZATION_TYPE'],
  'Query.topic(by:)': ['TOPIC'],
  'Query.responsibility(by:)': ['RESPONSIBILITY'],
  // What needs several roles.
  'Query.hats(of:)': ['PILLAR', 'PILLAR', 'ORGANIZATION_TYPE', 'CATEGORY'],
  'InvitePlanInput.cover': ['PILLAR', 'PILLAR', 'ORGANIZATION_TYPE', 'CATEGORY'],
  'KeepApartInput.roles': ['ROLE'],
  'KeepApartInput.from': ['ROLE', 'ROLE', 'CATEGORY', 'TOPIC', 'RESPONSIBILITY'],
  'Query.raci(about:)': ['RESPONSIBILITY', 'TOPIC'],
  'RoleFilter.performsAll': ['RESPONSIBILITY', 'TOPIC'],
  'RoleFilter.performsAny': ['RESPONSIBILITY', 'TOPIC'],
  'InvolvementFilter.for': ['RESPONSIBILITY', 'TOPIC'],
};

/** How many items a list is given, by coordinate; 1 to 3 where it is not told. */
const lengths: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'Query.compareGroups(of:)': [2, 4],
  'Query.compareRoles(of:)': [2, 4],
  'Query.overlap(of:)': [2, 4],
  'Query.roleOverlap(of:)': [2, 2],
  'Query.nodes(ids:)': [1, 6],
  'Query.coverage(roles:)': [1, 6],
  'Query.singlePoints(roles:)': [1, 6],
  'Query.hats(of:)': [1, 2],
  'Query.hats(mustInclude:)': [0, 3],
  'Query.hats(keepApart:)': [1, 2],
  'KeepApartInput.roles': [1, 2],
  'RoleFilter.inAll': [1, 2],
  'RoleFilter.performsAll': [1, 2],
};

/** How many items a list is given at times, where many are answered by other means than few. */
const longLengths: Readonly<Record<string, readonly [least: number, most: number]>> = {
  'Query.nodes(ids:)': [10, 30],
  'Query.coverage(roles:)': [10, 30],
  'Query.singlePoints(roles:)': [10, 30],
  'Query.hats(mustInclude:)': [8, 24],
  'InvitePlanInput.cover': [4, 8],
  'InvitePlanInput.exclude': [4, 15],
  'InvitePlanInput.among': [4, 15],
  'InvitePlanInput.mustInclude': [3, 8],
};

/** Whole numbers by coordinate, or by name where the coordinate is not here. */
const wholeNumbers: Readonly<Record<string, readonly [least: number, most: number]>> = {
  first: [1, 5],
  last: [1, 5],
  people: [1, 6],
  'Query.paths(first:)': [1, 5],
  maxLength: [1, 6],
  'GraphSelection.depth': [0, 3],
  'GraphSelection.maxNodes': [1, 40],
  'InvitePlanInput.maxInvites': [1, 12],
  minGroups: [1, 2],
  maxGroups: [2, 5],
  minRoles: [1, 4],
};

const likelihoods: Readonly<Record<string, number>> = {
  // The whole of a catalog is much to draw, to combine or to carry.
  'Query.graph(select:)': 0.95,
  'GraphSelection.roots': 0.75,
  'GraphSelection.maxNodes': 0.9,
  'Query.intersections(of:)': 0.6,
  'Query.intersections(kind:)': 0.6,
  'Query.coverage(of:)': 0.7,
  'WhatIfInput.team': 0.8,
};

/** What values of arguments are drawn from. */
export interface ValueSource {
  readonly random: SeededRandom;
  readonly vocabulary: Vocabulary;
  /** Cursors that a field gave before, by its coordinate, and the pages of a type, by its name. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
  /** Something that is taken more often the less it was asked. */
  isWanted(coordinate: string, likelihood: number): boolean;
}

/** Values for the arguments of a field, such that it can most probably be answered. */
export function argumentValues(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  source: ValueSource,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const place = `${parent}.${field.name}`;
  const isPaged = field.args.some(({ name }) => name === 'after');
  const isTeam = field.args.some(({ name }) => name === 'staff');
  for (const argument of field.args) {
    const coordinate = `${place}(${argument.name}:)`;
    if (isPaged && pageArguments.includes(argument.name)) continue;
    if (isTeam && teamArguments.includes(argument.name)) continue;
    if (!isRequiredArgument(argument) && !source.isWanted(coordinate, likelihoods[coordinate] ?? 0.35)) continue;
    values[argument.name] = valueOf(argument.type, coordinate, source);
  }
  if (isPaged) Object.assign(values, pageValues(place, field, source));
  if (isTeam) Object.assign(values, teamValues(place, source));
  if (place === 'Query.intersections') makeCombinable(values, source);
  // Who is kept apart must be needed.
  if (place === 'Query.hats' && isList(values['keepApart']) && source.random.chance(0.8)) {
    values['mustInclude'] = [values['mustInclude'] ?? [], ...values['keepApart'].map(rolesIn)].flat();
  }
  return values;
}

/** The roles of a KeepApartInput, as a list of RoleBy. */
function rolesIn(value: unknown): readonly JsonObject[] {
  if (!isObject(value)) return [];
  return [value['roles'], value['from']]
    .flat()
    .flatMap((id) => (typeof id === 'string' && id.startsWith('role:') ? [{ id }] : []));
}

/** The arguments by which a team is given. */
const teamArguments: readonly string[] = ['roles', 'staff', 'absent', 'people'];

/** A team, by its people or by its roles; of `hats`, by its people or by their number. */
function teamValues(place: string, source: ValueSource): JsonObject {
  const { random } = source;
  if (source.isWanted(`${place}(staff:)`, 0.3)) {
    const staff = staffOf(2 + random.below(4), source);
    const isAbsent = source.isWanted(`${place}(absent:)`, 0.3);
    return { staff, ...(isAbsent && { absent: [random.pick(staff).name] }) };
  }
  if (place === 'Query.hats') return { people: valueOf(GraphQLInt, `${place}(people:)`, source) };
  const isOptional = place === 'Query.singlePoints' && !source.isWanted(`${place}(roles:)`, 0.35);
  return isOptional ? {} : { roles: rolesBy(lengthOf(`${place}(roles:)`, source), source) };
}

const peopleNames = ['Ann Berg', 'Ben Ito', 'Carla Diaz', 'Dev Patel', 'Emma Lund', 'Farid Nouri', 'Grace Kim'];

/** Distinct people with one to three roles each. */
function staffOf(count: number, source: ValueSource) {
  const { random } = source;
  return random
    .shuffled(peopleNames)
    .slice(0, count)
    .map((name) => ({
      name,
      roles: rolesBy(1 + random.below(3), source),
      ...(source.isWanted('TeamMemberInput.share', 0.4) && { share: random.pick([0.2, 0.5, 0.8, 1]) }),
    }));
}

const pageArguments: readonly string[] = ['first', 'after', 'last', 'before'];

/** Mostly a short page, from either end. */
function pageValues(place: string, field: GraphQLField<unknown, unknown>, source: ValueSource): JsonObject {
  const { random } = source;
  const goesBack = field.args.some(({ name }) => name === 'before');
  if (random.chance(0.08)) return {};
  const isBack = goesBack && random.chance(0.35);
  const size = random.chance(0.05) ? 6 + random.below(95) : 1 + random.below(4);
  // A cursor of a list of the same type is mostly one of the same order.
  const given = source.cursors.get(place) ?? source.cursors.get(getNamedType(field.type).name) ?? [];
  const cursor = given.length > 0 && random.chance(0.12) ? random.pick(given) : undefined;
  if (isBack) return { last: size, ...(cursor !== undefined && { before: cursor }) };
  return { first: size, ...(cursor !== undefined && { after: cursor }) };
}

/** Combinations are of groups of one kind. */
function makeCombinable(values: Record<string, unknown>, { random, vocabulary }: ValueSource): void {
  const kind = 'kind' in values ? random.pick(groupKinds) : 'PILLAR';
  if ('kind' in values) values['kind'] = kind;
  if ('of' in values || kind === 'CATEGORY') {
    const words = random.shuffled(vocabulary.words[kind]).slice(0, 2 + random.below(5));
    if (words.length > 0) values['of'] = words.map(({ id }) => id);
    else delete values['of'];
  }
}

function valueOf(type: GraphQLInputType, coordinate: string, source: ValueSource): unknown {
  const { random } = source;
  const nullable = getNullableType(type);
  if (isListType(nullable)) return listOf(nullable.ofType, coordinate, source);
  if (isEnumType(nullable)) {
    const names = nullable.getValues().map(({ name }) => name);
    // Ids and kinds that have nothing to do with lines are asked more than those.
    return random.pick(names.filter((name) => random.chance(0.2) || !['APPEARANCE', 'SOURCE'].includes(name)));
  }
  if (isInputObjectType(nullable)) return objectOf(nullable, coordinate, source);
  const name = /(\w+):?\)?$/.exec(coordinate)?.[1] ?? '';
  switch (getNamedType(type).name) {
    case 'Int': {
      const [least, most] = wholeNumbers[coordinate] ?? wholeNumbers[name] ?? [1, 5];
      return least + random.below(most - least + 1);
    }
    case 'Float':
      return random.pick([0, 0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 1]);
    case 'Boolean':
      return random.chance(0.6);
    case 'ID':
      return wordOf(kindsNamed[coordinate] ?? groupKinds, source)?.id ?? 'pillar:none';
    default:
      return name === 'query' ? searched(source) : partOf(nameOf('ROLE', source), source);
  }
}

function lengthOf(coordinate: string, { random }: ValueSource): number {
  const long = random.chance(0.25) ? longLengths[coordinate] : undefined;
  const [least, most] = long ?? lengths[coordinate] ?? [1, 3];
  return least + random.below(most - least + 1);
}

function listOf(itemType: GraphQLInputType, coordinate: string, source: ValueSource): unknown[] {
  const length = lengthOf(coordinate, source);
  if (getNamedType(itemType).name === 'RoleBy') return rolesBy(length, source);
  const values = Array.from({ length }, () => valueOf(itemType, coordinate, source));
  return [...new Set(values)];
}

function objectOf(type: GraphQLInputObjectType, coordinate: string, source: ValueSource): JsonObject {
  const { random } = source;
  switch (type.name) {
    case 'RoleBy':
      return namedBy('ROLE', 'title', source);
    case 'NamedBy':
      return namedBy(kindsNamed[coordinate]?.[0] ?? 'PILLAR', 'name', source);
    case 'CategoryBy':
      return categoryBy(source);
    case 'WhatIfInput':
      return whatIf(type, source);
    case 'IntRange': {
      const least = random.below(4);
      const range = { min: least, max: least + random.below(4) };
      const shown = random.below(3);
      return shown === 0 ? { min: range.min } : shown === 1 ? { max: range.max } : range;
    }
  }
  const values: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    const inner = `${type.name}.${field.name}`;
    if (!isRequiredInputField(field) && !source.isWanted(inner, likelihoods[inner] ?? 0.3)) continue;
    values[field.name] = valueOf(field.type, inner, source);
  }
  return values;
}

/** A team, and a change that it allows. */
function whatIf(type: GraphQLInputObjectType, source: ValueSource): JsonObject {
  const { random } = source;
  const wants = (name: string, likelihood: number) => source.isWanted(`${type.name}.${name}`, likelihood);
  const of = () => wants('of', 0.4) && { of: listOf(typeOfIds(type), 'WhatIfInput.of', source) };
  if (wants('staff', 0.3)) return { ...staffChange(wants, source), ...of() };
  const roles = random.shuffled(source.vocabulary.words.ROLE).slice(0, 14);
  const by = (words: readonly Word[]) => words.map((word) => byOf(word, 'title', source));
  const team = roles.slice(0, 2 + random.below(6));
  const others = roles.slice(team.length);
  const isOfAll = !wants('team', likelihoods['WhatIfInput.team'] ?? 0.8);
  const added = !isOfAll && wants('add', 0.5) ? others.slice(0, 1 + random.below(3)) : [];
  const removed = wants('remove', 0.5) ? team.slice(0, 1 + random.below(2)) : [];
  const left = [...team.filter((role) => !removed.includes(role)), ...added];
  const merged = wants('merge', 0.5) ? random.shuffled(left).slice(0, 2 + random.below(2)) : [];
  return {
    ...(!isOfAll && { team: by(team) }),
    ...(added.length > 0 && { add: by(added) }),
    ...(removed.length > 0 && { remove: by(removed) }),
    ...(merged.length > 1 && { merge: [by(merged)] }),
    ...of(),
  };
}

/** People, and a change that they allow. */
function staffChange(wants: (name: string, likelihood: number) => boolean, source: ValueSource): JsonObject {
  const [first, second, joining, ...others] = staffOf(5, source);
  if (first === undefined || second === undefined || joining === undefined) return {};
  return {
    staff: [first, second, ...others],
    ...(wants('leave', 0.7) && { leave: [first.name] }),
    ...(wants('absent', 0.2) && { absent: others.slice(0, 1).map(({ name }) => name) }),
    ...(wants('join', 0.3) && { join: [joining] }),
    // Often a role that the person has, which is an error.
    ...(wants('takeOver', 0.3) && { takeOver: [{ name: second.name, roles: rolesBy(1, source) }] }),
  };
}

/** The type of the ids of an input object's field "of". */
function typeOfIds(type: GraphQLInputObjectType): GraphQLInputType {
  const field = type.getFields()['of'];
  const list = field && getNullableType(field.type);
  if (!isListType(list)) throw new Error(`${type.name} has no list "of".`);
  return list.ofType;
}

function rolesBy(count: number, source: ValueSource): JsonObject[] {
  const words = source.random.shuffled(source.vocabulary.words.ROLE).slice(0, count);
  return words.map((word) => byOf(word, 'title', source));
}

function namedBy(kind: Kind, nameField: string, source: ValueSource): JsonObject {
  const word = wordOf([kind], source);
  return word === undefined ? { id: 'role:none' } : byOf(word, nameField, source);
}

function byOf({ id, names }: Word, nameField: string, { random }: ValueSource): JsonObject {
  return names.length === 0 || random.chance(0.5) ? { id } : { [nameField]: respelled(random.pick(names), random) };
}

function categoryBy(source: ValueSource): JsonObject {
  const { random } = source;
  const word = wordOf(['CATEGORY'], source);
  if (word === undefined || random.chance(0.4)) return { id: word?.id ?? 'category:none/none' };
  const name = respelled(word.names[0] ?? '', random);
  const isOwned = word.owners.length > 0 && random.chance(0.7);
  return { named: { name, ...(isOwned && { in: random.pick(word.owners) }) } };
}

/** Names are compared without regard to case, spaces and punctuation. */
function respelled(name: string, random: SeededRandom): string {
  switch (random.below(5)) {
    case 0:
      return name.toUpperCase();
    case 1:
      return ` ${name.toLowerCase().replaceAll(' ', '-')}`;
    default:
      return name;
  }
}

function wordOf(kinds: readonly Kind[], { random, vocabulary }: ValueSource): Word | undefined {
  const there = kinds.filter((kind) => vocabulary.words[kind].length > 0);
  return there.length === 0 ? undefined : random.pick(vocabulary.words[random.pick(there)]);
}

function nameOf(kind: Kind, source: ValueSource): string {
  const word = wordOf([kind], source);
  return word === undefined || word.names.length === 0 ? 'data' : source.random.pick(word.names);
}

/** Some of the characters of a name, one after another. */
function partOf(name: string, { random }: ValueSource): string {
  const characters = Array.from(name);
  const start = random.below(Math.max(1, characters.length - 3));
  return characters.slice(start, start + 2 + random.below(6)).join('');
}

/** Words of names: whole, begun, misspelled, or of several names. */
function searched(source: ValueSource): string {
  const { random } = source;
  const words = nameOf(random.pick(drawnKinds), source).split(' ');
  const word = random.pick(words);
  switch (random.below(6)) {
    case 0:
      return words.join(' ');
    case 1:
      return word.slice(0, 3) === '' ? 'a' : word.slice(0, 3);
    case 2: {
      const at = random.below(Math.max(1, word.length));
      return `${word.slice(0, at)}${word.slice(at + 1)}a`;
    }
    case 3:
      return `${word} ${random.pick(nameOf(random.pick(drawnKinds), source).split(' '))}`;
    case 4:
      return `the ${word.toUpperCase()} of operations`;
    default:
      return word;
  }
}
