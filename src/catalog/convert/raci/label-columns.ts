import type { GroupKind } from '../facts.ts';
import { headingKind, type HeadingKind } from '../heading-words.ts';
import type { ColumnMeaning } from '../conversion.ts';

/** What a column that has no letters is taken for. */
export type LabelMeaning = 'duty' | 'role' | 'group' | 'section' | 'id' | 'note' | 'ignored';

/** What people are told of a column. */
export const labelNames: Readonly<Record<LabelMeaning, string>> = {
  duty: 'the activity',
  role: 'the role',
  group: 'the group',
  section: 'the section',
  id: 'left out: a number',
  note: 'a note',
  ignored: 'left out: it says nothing of who does what; --map says otherwise',
};

/** What the words of --map are for a column of labels. */
const byMapping: Readonly<Partial<Record<ColumnMeaning, LabelMeaning>>> = {
  duty: 'duty',
  role: 'role',
  group: 'group',
  section: 'section',
  id: 'id',
  summary: 'note',
  ignore: 'ignored',
};

const area = { meaning: 'group', groupKind: 'PILLAR' } as const;
const organization = { meaning: 'group', groupKind: 'ORGANIZATION_TYPE' } as const;

/** What the kinds of headings are in a table of letters; all others are left out. */
const byKind: Readonly<
  Partial<Record<HeadingKind, { readonly meaning: LabelMeaning; readonly groupKind?: GroupKind }>>
> = {
  duty: { meaning: 'duty' },
  role: { meaning: 'role' },
  area,
  department: organization,
  team: organization,
  company: organization,
  division: organization,
  section: { meaning: 'section' },
  number: { meaning: 'id' },
  code: { meaning: 'id' },
  notes: { meaning: 'note' },
  summary: { meaning: 'note' },
};

/** Words for activities that lists of duties do not have in their headings. */
const activityWords =
  /^(?:process step|step|deliverable|deliverables|work package|milestone|procedure|decision|prozessschritt|schritt|arbeitspaket|was|etape|livrable|paso|entregable)s?$/i;

/** Words for parts of a project or process. */
const phaseWords = /^(?:(?:project )?phases?|stages?|fases?|étapes?|etapa|sprint|projektphasen?)$/iu;
/** Words for the state of the work, which changes, and for what only counts. */
const stateWords =
  /^(?:status|state|prio|priority|priorität|due(?: date)?|deadline|frist|done|erledigt|progress|(?:count|number|no\.?|sum|total|anzahl|summe|gesamt)\b.*)$/iu;

/** What a heading says of a column of labels; undefined where its words are not known. */
export function meaningOfHeading(
  heading: string,
  said: ColumnMeaning | undefined,
): { readonly meaning: LabelMeaning; readonly groupKind?: GroupKind } | undefined {
  const mapped = said === undefined ? undefined : byMapping[said];
  if (mapped !== undefined) return { meaning: mapped, ...(mapped === 'group' && { groupKind: groupKindOf(heading) }) };
  const plain = heading.trim();
  if (activityWords.test(plain)) return { meaning: 'duty' };
  if (phaseWords.test(plain)) return { meaning: 'section' };
  if (stateWords.test(plain)) return { meaning: 'ignored' };
  const kind = headingKind(heading);
  if (kind === undefined || kind === 'title') return undefined;
  return byKind[kind] ?? { meaning: 'ignored' };
}

/** Whether a heading is that of a table of something else, e.g. of risks or prices. */
export function isOfOtherTables(heading: string): boolean {
  return headingKind(heading) === 'other';
}

/** Whether a column is never that of a role or an activity, even if its cells look like letters, e.g. one of grades. */
export function isNeverLetters(heading: string): boolean {
  const kind = headingKind(heading);
  return (kind !== undefined && never.has(kind)) || stateWords.test(heading.trim());
}

const never: ReadonlySet<HeadingKind> = new Set([
  'number',
  'code',
  'date',
  'grade',
  'level',
  'notes',
  'duty',
  'section',
  'summary',
]);

/** Departments and teams are organizations; areas, processes and whatever else are pillars. */
function groupKindOf(heading: string): GroupKind {
  return meaningOfHeading(heading, undefined)?.groupKind ?? 'PILLAR';
}
