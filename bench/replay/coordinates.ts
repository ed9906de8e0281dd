import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { SeededRandom } from '../seeded-random.ts';
import { answeredFields, askedFields, type AskedField, type AskedFields } from './asked-fields.ts';
import { isList, isObject } from './json.ts';

/** Counts how often each field, argument, input field and enum value of a schema was asked, and each field answered. */
export class Coordinates {
  readonly #asked = new Map<string, number>();
  readonly #answered = new Map<string, number>();

  constructor(schema: GraphQLSchema) {
    for (const coordinate of inputCoordinates(schema)) this.#asked.set(coordinate, 0);
    for (const coordinate of fieldCoordinates(schema)) {
      this.#asked.set(coordinate, 0);
      this.#answered.set(coordinate, 0);
    }
  }

  timesAsked(coordinate: string): number {
    return this.#asked.get(coordinate) ?? 0;
  }

  /** How much is known of a field: asking it in vain counts little. */
  known(field: string): number {
    return (this.#answered.get(field) ?? 0) + this.timesAsked(field) / 8;
  }

  /** A field, those the more likely of which little is known. */
  littleKnown(random: SeededRandom): string {
    const fields = [...this.#answered.keys()];
    const weights = fields.map((field) => 1 / (1 + this.known(field)));
    let at = random.number() * weights.reduce((sum, weight) => sum + weight, 0);
    return fields[weights.findIndex((weight) => (at -= weight) < 0)] ?? random.pick(fields);
  }

  /** Notes what a choice fell on. */
  ask(coordinate: string): void {
    add(this.#asked, coordinate);
  }

  /** Notes the values of a field's arguments. */
  askArguments(parent: string, field: GraphQLField<unknown, unknown>, values: Readonly<Record<string, unknown>>): void {
    for (const argument of field.args) {
      if (!(argument.name in values)) continue;
      this.ask(`${parent}.${field.name}(${argument.name}:)`);
      this.#askValue(argument.type, values[argument.name]);
    }
  }

  /** Notes what an answer has, other than null. */
  answer(document: DocumentNode, schema: GraphQLSchema, data: unknown): void {
    const fields: AskedFields = askedFields(document, schema);
    const seen = new Set<AskedField>();
    for (const { field, value } of answeredFields(fields, data)) {
      if (value === null || seen.has(field)) continue;
      seen.add(field);
      add(this.#answered, field.coordinate);
    }
  }

  /** In words, for the end of a recording. */
  summary(): string {
    const never = [...this.#asked].filter(([, times]) => times === 0).map(([coordinate]) => coordinate);
    const unanswered = [...this.#answered].filter(([, times]) => times === 0).map(([coordinate]) => coordinate);
    const least = [...this.#answered].filter(([, times]) => times > 0).sort((a, b) => a[1] - b[1]);
    return [
      `asked: ${this.#asked.size - never.length} of ${this.#asked.size} coordinates; never: ${never.join(', ') || 'none'}`,
      `answered: ${this.#answered.size - unanswered.length} of ${this.#answered.size} fields; never: ${unanswered.join(', ') || 'none'}`,
      `answered least: ${least
        .slice(0, 8)
        .map(([coordinate, times]) => `${coordinate} in ${times}`)
        .join(', ')}`,
    ].join('\n');
  }

  #askValue(type: GraphQLInputType, value: unknown): void {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (isList(value)) for (const item of value) this.#askValue(nullable.ofType, item);
    } else if (isEnumType(nullable)) {
      if (typeof value === 'string') add(this.#asked, `${nullable.name}.${value}`);
    } else if (isInputObjectType(nullable) && isObject(value)) {
      for (const field of Object.values(nullable.getFields())) {
        if (!(field.name in value)) continue;
        add(this.#asked, `${nullable.name}.${field.name}`);
        this.#askValue(field.type, value[field.name]);
      }
    }
  }
}

/** What is not of the schema is not counted. */
function add(counts: Map<string, number>, coordinate: string): void {
  const count = counts.get(coordinate);
  if (count !== undefined) counts.set(coordinate, count + 1);
}

function* fieldCoordinates(schema: GraphQLSchema): Generator<string> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const name of Object.keys(type.getFields())) yield `${type.name}.${name}`;
  }
}

/** Arguments, input fields and the values of enums that requests give. */
function* inputCoordinates(schema: GraphQLSchema): Generator<string> {
  const read = enumsRead(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const { name, args } of Object.values(type.getFields())) {
        for (const argument of args) yield `${type.name}.${name}(${argument.name}:)`;
      }
    } else if (isInputObjectType(type)) {
      for (const name of Object.keys(type.getFields())) yield `${type.name}.${name}`;
    } else if (isEnumType(type) && read.has(type.name)) {
      for (const { name } of type.getValues()) yield `${type.name}.${name}`;
    }
  }
}

/** The enums that requests can give. */
function enumsRead(schema: GraphQLSchema): ReadonlySet<string> {
  const read = new Set<string>();
  const note = (type: GraphQLInputType): void => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) note(nullable.ofType);
    else if (isEnumType(nullable)) read.add(nullable.name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !isIntrospectionType(type)) {
      for (const field of Object.values(type.getFields())) for (const { type: given } of field.args) note(given);
    }
    if (isInputObjectType(type)) for (const { type: given } of Object.values(type.getFields())) note(given);
  }
  return read;
}
