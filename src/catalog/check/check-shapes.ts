import type { z } from 'zod';
import { type Catalog, entrySchemas, type ListName, undecidedCategory } from '../catalog.ts';
import { isMapping, type Item, type Items, ownValue, positionIn } from './catalog-items.ts';
import { describedValue, typeHint } from './described-value.ts';
import { type DocumentPath, formatPath } from '../document-path.ts';
import type { FindingCollector } from './finding-collector.ts';
import { unknownKey } from './unknown-key.ts';

/** The lists of a catalog, whose entries have the right shape. */
export type CatalogLists = Pick<Catalog, ListName>;

/**
 * Checks every entry against its schema, one by one, so that an invalid entry does not hide findings about others.
 *
 * @returns the entries with the right shape; not copied, as there may be a million.
 */
export function checkShapes(items: Items, findings: FindingCollector): CatalogLists {
  const entriesOf = <Entry>(list: ListName, schema: z.ZodType<Entry>): Entry[] => {
    const keys = keysOf(list);
    const entries: Entry[] = [];
    for (const item of items[list]) {
      const { fields } = item;
      if (hasShape(fields, schema)) entries.push(fields);
      else reportShape(item, schema, keys, findings);
    }
    return entries;
  };
  for (const item of items.categories) {
    if (!hasShape(item.fields, undecidedCategory)) reportShape(item, undecidedCategory, keysOf('categories'), findings);
  }
  return {
    sources: entriesOf('sources', entrySchemas.sources),
    pillars: entriesOf('pillars', entrySchemas.pillars),
    organizationTypes: entriesOf('organizationTypes', entrySchemas.organizationTypes),
    // check-categories.ts reports categories without an owner, or with both kinds of owner.
    categories: items.categories.flatMap(({ fields }) => (hasShape(fields, entrySchemas.categories) ? [fields] : [])),
    topics: entriesOf('topics', entrySchemas.topics),
    responsibilities: entriesOf('responsibilities', entrySchemas.responsibilities),
    roles: entriesOf('roles', entrySchemas.roles),
    appearances: entriesOf('appearances', entrySchemas.appearances),
  };
}

function keysOf(list: ListName): readonly string[] {
  return Object.keys(list === 'categories' ? undecidedCategory.shape : entrySchemas[list].shape);
}

/** The schemas only check; none of them transforms its input. */
function hasShape<Entry>(fields: unknown, schema: z.ZodType<Entry>): fields is Entry {
  return schema.safeParse(fields).success;
}

function reportShape(item: Item, schema: z.ZodType, keys: readonly string[], findings: FindingCollector): void {
  const { error } = schema.safeParse(item.fields);
  const reported = new Set<string>();
  for (const issue of error?.issues ?? []) {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const known = path.length === 0 ? keys : Object.keys(entrySchemas.appearances.shape.source.shape);
      for (const key of issue.keys) findings.error(positionIn(item, ...path, key), () => unknownKey(key, known));
    } else if (!reported.has(formatPath(path))) {
      // A number far outside its bounds violates two rules, but is one finding.
      reported.add(formatPath(path));
      findings.error(positionIn(item, ...path), () => shapeProblem(issue.message, valueAt(item.fields, path)));
    }
  }
}

/** The message of the schema; if it only says what is expected, completed by what was found. */
function shapeProblem(message: string, value: unknown): string {
  if (!message.startsWith('expected')) return message;
  if (value === undefined) return `is missing; ${message}; add it`;
  return `${message}, got ${describedValue(value)}${message.startsWith('expected a whole number') ? '' : typeHint(value)}`;
}

function valueAt(fields: Readonly<Record<string, unknown>>, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === 'number') return value[step];
    return isMapping(value) ? ownValue(value, String(step)) : undefined;
  }, fields);
}
