import { z } from 'zod';
import { catalogSchema, type ListName, undecidedCategory } from '../catalog.ts';
import type { DocumentPath } from '../document-path.ts';
import { isDoing } from '../involvement.ts';
import type { Position } from './finding-collector.ts';

const role = catalogSchema.shape.roles.element.shape;
const appearance = catalogSchema.shape.appearances.element.shape;
const retired = catalogSchema.shape.retired.unwrap().element.shape;

function valid<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

const slugs = valid(z.array(valid(role.slug)));
const titles = valid(z.array(valid(role.title)));
const [, involved] = appearance.responsibilities.element.options;
/** A responsibility of an appearance stays known if its involvement is wrong. */
const namedResponsibility = z.union([
  role.slug,
  z.object({ responsibility: valid(role.slug), involvement: valid(involved.shape.involvement) }),
]);

/** Reads the fields of any entry that the checks compare. Fields and entries of lists that are invalid become undefined. */
export const validFields = z.object({
  slug: valid(role.slug),
  name: valid(undecidedCategory.shape.name),
  title: valid(role.title),
  qualifier: valid(role.qualifier),
  alternateTitles: titles,
  hiddenTitles: titles,
  sameAs: valid(role.sameAs),
  hiddenNames: valid(z.array(valid(undecidedCategory.shape.name))),
  pillar: valid(undecidedCategory.shape.pillar),
  organizationTypes: slugs,
  topics: slugs,
  role: valid(appearance.role),
  category: valid(appearance.category),
  titles,
  responsibilities: valid(z.array(valid(namedResponsibility))),
  responsibility: valid(retired.responsibility),
  topic: valid(retired.topic),
  organizationType: valid(retired.organizationType),
  replacedBy: valid(retired.replacedBy),
  // A line out of range is reported, and still identifies the appearance.
  source: valid(
    z.object({
      source: valid(role.slug),
      line: valid(z.custom<number>((line) => typeof line === 'number')),
      row: valid(z.custom<number>((row) => typeof row === 'number')),
      anchor: valid(z.string()),
    }),
  ),
});

type ValidFields = z.infer<typeof validFields>;

/** The fields that are lists of texts. */
export type ListField =
  'sameAs' | 'alternateTitles' | 'hiddenTitles' | 'hiddenNames' | 'organizationTypes' | 'topics' | 'titles';

/** One entry of a list. */
export interface Item {
  readonly list: ListName;
  /** The catalog that contains it, counted from 0: several are merged. */
  readonly catalogIndex: number;
  /** The file that contains it, and its index in the list of that file. */
  readonly fileIndex: number;
  readonly index: number;
  /** As written: any field may be missing or wrong. */
  readonly written: Readonly<Record<string, unknown>>;
  /** The fields that are valid, which checkShapes sets. The others are undefined, and have been reported if written. */
  fields: ValidFields;
  /**
   * Where the values of an item come from that was merged from two, if not from the first: by field, or by field and index
   * (see originKey).
   */
  readonly origins?: ReadonlyMap<string, Origin>;
}

/** Where a value of a merged item was written. */
export interface Origin {
  readonly item: Item;
  readonly path: DocumentPath;
}

export function originKey(field: string, index: number): string {
  return `${field}/${index}`;
}

/** The entries of a catalog that are mappings, by list, from all its files. */
export type Items = Readonly<Record<ListName, readonly Item[]>>;

/** What messages call an entry of each list. */
export const kindNames: Readonly<Record<ListName, string>> = {
  sources: 'source',
  pillars: 'pillar',
  organizationTypes: 'organization type',
  categories: 'category',
  topics: 'topic',
  responsibilities: 'responsibility',
  roles: 'role',
  appearances: 'appearance',
  retired: 'retired slug',
};

/** The position of an item, or of a value in it. */
export function positionIn(item: Item, ...steps: readonly (string | number)[]): Position {
  const [field, index, ...rest] = steps;
  if (item.origins !== undefined && typeof field === 'string') {
    const ofEntry = typeof index === 'number' ? item.origins.get(originKey(field, index)) : undefined;
    if (ofEntry !== undefined) return positionIn(ofEntry.item, ...ofEntry.path, ...rest);
    const ofField = item.origins.get(field);
    if (ofField !== undefined) return positionIn(ofField.item, ...ofField.path, ...steps.slice(1));
  }
  return { fileIndex: item.fileIndex, path: [item.list, item.index, ...steps] };
}

/** A responsibility that an appearance names. */
export interface NamedResponsibility {
  readonly slug: string;
  /** Where its slug is written, in the item. */
  readonly path: DocumentPath;
  /** Whether it is written as a slug alone, without an involvement. */
  readonly isPlain: boolean;
  /** Whether the role does it, and is not only consulted or informed. */
  readonly isDone: boolean;
}

/** The responsibilities that an appearance names, except those of which the slug is wrong. */
export function namedResponsibilities({ fields }: Item): readonly NamedResponsibility[] {
  return (fields.responsibilities ?? []).flatMap((entry, index): NamedResponsibility[] => {
    if (entry === undefined) return [];
    if (typeof entry === 'string')
      return [{ slug: entry, path: ['responsibilities', index], isPlain: true, isDone: true }];
    const { responsibility: slug, involvement } = entry;
    if (slug === undefined) return [];
    return [
      {
        slug,
        path: ['responsibilities', index, 'responsibility'],
        isPlain: false,
        isDone: involvement === undefined || isDoing(involvement),
      },
    ];
  });
}

/** Whether a value of a parsed document is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key, so that "constructor" finds nothing unless it was written. */
export function ownValue(fields: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
