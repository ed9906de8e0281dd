import type { z } from 'zod';
import { involvements } from '../involvement.ts';
import { type Catalog, catalogSchema, type ListName, undecidedCategory } from '../catalog.ts';
import { isMapping, type Items, ownValue, positionIn, validFields } from './catalog-items.ts';
import { type DocumentPath, formatPath } from '../document-path.ts';
import type { FindingCollector, Position } from './finding-collector.ts';
import { nearestText } from '../../text/nearest-text.ts';
import { quoted } from '../../text/quoted-text.ts';

/** The lists of a catalog, whose entries have the right shape. */
export type CatalogLists = Pick<Catalog, ListName>;

type EntrySchema = z.ZodObject & z.ZodType<z.infer<typeof validFields>>;

const { shape } = catalogSchema;
const { responsibilities, source } = shape.appearances.element.shape;
const [, involved] = responsibilities.element.options;

/** The mappings inside entries and files, by the key under which they stand. */
const nestedMappings: ReadonlyMap<unknown, z.ZodObject> = new Map<unknown, z.ZodObject>([
  ['parts', shape.parts.unwrap().element],
  ['source', source.unwrap()],
  ['responsibilities', involved],
]);

/**
 * Checks every entry against its schema, one by one, so that an invalid entry does not hide findings about others, and sets
 * the valid fields of the items.
 *
 * @returns the entries with the right shape; not copied, as there may be a million.
 */
export function checkShapes(items: Items, findings: FindingCollector): CatalogLists {
  const entriesOf = <Schema extends EntrySchema>(list: ListName, schema: Schema): z.infer<Schema>[] => {
    const entries: z.infer<Schema>[] = [];
    for (const item of items[list]) {
      const { written } = item;
      if (hasShape(written, schema)) {
        item.fields = written;
        entries.push(written);
      } else {
        item.fields = validFields.parse(written);
        reportShape(written, schema, positionIn(item), findings);
      }
    }
    return entries;
  };
  return {
    sources: entriesOf('sources', shape.sources.element),
    pillars: entriesOf('pillars', shape.pillars.element),
    organizationTypes: entriesOf('organizationTypes', shape.organizationTypes.element),
    // check-categories.ts reports categories without an owner, or with both kinds of owner.
    categories: entriesOf('categories', undecidedCategory).filter((category) =>
      hasShape(category, shape.categories.element),
    ),
    topics: entriesOf('topics', shape.topics.element),
    responsibilities: entriesOf('responsibilities', shape.responsibilities.element),
    roles: entriesOf('roles', shape.roles.element),
    appearances: entriesOf('appearances', shape.appearances.element),
    ...(items.retired.length > 0 && { retired: entriesOf('retired', shape.retired.unwrap().element) }),
  };
}

/** The schemas only check; none of them transforms its input. */
function hasShape<Schema extends z.ZodType>(value: unknown, schema: Schema): value is z.infer<Schema> {
  return schema.safeParse(value).success;
}

function stepsOf(path: readonly PropertyKey[]): DocumentPath {
  return path.filter((step) => typeof step !== 'symbol');
}

/**
 * What is wrong with a mapping where a text or a mapping may stand, by its own keys: the issue of a union only says that it is
 * neither. Other issues stay as they are.
 */
function issuesOfMapping(issue: z.core.$ZodIssue, value: unknown): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || !isMapping(value)) return [issue];
  const ofMapping = issue.errors.find((errors) =>
    errors.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
  return ofMapping?.map((each) => ({ ...each, path: [...issue.path, ...each.path] })) ?? [issue];
}

/** Reports everything in which a value at a position differs from its schema. */
export function reportShape(
  value: unknown,
  schema: z.ZodObject,
  { fileIndex, path: parent }: Position,
  findings: FindingCollector,
): void {
  const reported = new Set<string>();
  const issues = schema.safeParse(value).error?.issues ?? [];
  for (const issue of issues.flatMap((each) => issuesOfMapping(each, valueAt(value, stepsOf(each.path))))) {
    const path = stepsOf(issue.path);
    const position = { fileIndex, path: [...parent, ...path] };
    if (issue.code === 'unrecognized_keys') {
      const { shape: known } = path.length === 0 ? schema : (nestedMappings.get(path[0]) ?? schema);
      for (const key of issue.keys) {
        findings.error({ fileIndex, path: [...position.path, key] }, () => unknownKey(key, Object.keys(known)));
      }
    } else if (!reported.has(formatPath(path))) {
      // A number far outside its bounds violates two rules, but is one finding.
      reported.add(formatPath(path));
      findings.error(position, () => shapeProblem(issue.message, valueAt(value, path)));
    }
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const expected = `expected one of: ${known.join(', ')}`;
  if (key === '<<') return `merge keys ("<<") are not supported, as YAML 1.2 has none; write the keys out; ${expected}`;
  const nearest = nearestText(key, known) ?? nearestText(key.toLowerCase(), known);
  return nearest === undefined
    ? `unknown key; ${expected}; remove it`
    : `unknown key (did you mean "${nearest}"?); ${expected}`;
}

/** The message of the schema; if it only says what is expected, completed by what was found. */
function shapeProblem(message: string, value: unknown): string {
  if (!message.startsWith('expected')) return message;
  if (value === undefined) return `is missing; ${message}; add it`;
  return `${message}, got ${describedValue(value)}${advice(message, value)}`;
}

function advice(message: string, value: unknown): string {
  if (typeof value === 'string' && message.startsWith(`expected ${involvements[0]}`)) return meantInvolvement(value);
  if (message === 'expected a list') return '; write [] for a list without entries';
  if (/^expected a (mapping|whole number)/.test(message)) return '';
  if (typeof value === 'number' || typeof value === 'boolean') {
    return '; put quotes around it, with all that was written (e.g. "001"), to make it text';
  }
  return value === null ? '; give a value, or leave out the key if it is optional' : '';
}

/** A suggestion for an involvement in another form: a letter of a RACI table, or in lower case. */
function meantInvolvement(text: string): string {
  const upper = text.trim().toUpperCase();
  const meant =
    involvements.find((each) => upper.length === 1 && each.startsWith(upper)) ?? nearestText(upper, involvements);
  return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}

/** Describes the value that was found where another one was expected. */
export function describedValue(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value === undefined ? 'nothing' : 'a mapping';
}

function valueAt(root: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === 'number') return value[step];
    return isMapping(value) ? ownValue(value, String(step)) : undefined;
  }, root);
}
