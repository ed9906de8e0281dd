import { responsibilitiesByName } from '../../graph/lists/orders.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Appearance } from '../../graph/nodes/appearance.ts';
import { doing, notDoing, type Involvement } from '../../graph/nodes/involvement.ts';
import type { Responsibility } from '../../graph/nodes/responsibility.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { listedOverlapsInOrder, type OverlapOrderField } from '../../graph/overlaps/role-overlaps.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { named, titled } from '../node-fields.ts';
import { pageFields } from '../output/listed-items.ts';
import { scoreText, moreText, type Report, type ReportOptions } from '../output/report.ts';
import { placeOf, placeText, saidBy } from '../output/source-places.ts';
import { listSeparator, rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';

/** The names on the command line of the numbers by which the closest roles are ordered, greatest first. */
export const closenessFields = {
  score: 'SCORE',
  coefficient: 'OVERLAP_COEFFICIENT',
  weight: 'SHARED_WEIGHT',
} as const satisfies Readonly<Record<string, OverlapOrderField>>;

export interface RoleOptions extends ReportOptions {
  readonly by: keyof typeof closenessFields;
  /** Whether all roles that share anything are listed, and not only the closest. */
  readonly all?: true;
}

/** How many of the closest roles are listed unless all are wanted. */
const fewClosest = 5;

/**
 * `rolegraph role`: a role, where it appears, its responsibilities and what it is consulted on or informed about with source
 * lines, and the most similar roles.
 */
export function role(terminal: Terminal, words: readonly string[], options: RoleOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, {}, async ({ names, graph, stored }) =>
    roleReport(await answerOf(graph, stored, await names.role(words.join(' ')), options)),
  );
}

type RoleAnswer = Awaited<ReturnType<typeof answerOf>>;

/** The answer of the GraphQL field `role`, with all pages of the responsibilities, and of what it is consulted on or informed about. */
async function answerOf(graph: CatalogGraph, stored: StoredCatalog, role: Role, { by, all }: RoleOptions) {
  const { id, title, label, alternateTitles, pillars, organizationTypes, categories, topics, responsibilities } = role;
  const { appearances } = role;
  const texts = await stored.texts({
    responsibilitySummaries: [],
    roleSummaries: [role.index],
    appearances: appearances.map(({ index }) => index),
  });
  const textOf = new Map(appearances.map((appearance, at) => [appearance, texts.appearances[at]]));
  const sourceOf = (appearance: Appearance) => placeOf(appearance, textOf.get(appearance)?.quote ?? null);
  const others = role.responsibilitiesInvolving(notDoing);
  const involvedIn = (responsibility: Responsibility, as: readonly Involvement[]) => ({
    node: named(responsibility),
    involvement: role.involvementIn(responsibility, as),
    appearances: role.appearancesInvolving(responsibility, as).map((appearance) => ({ source: sourceOf(appearance) })),
  });
  const overlaps = runToCompletion(
    listedOverlapsInOrder(graph, role, {}, { field: closenessFields[by], direction: 'DESC' }),
  );
  return {
    role: {
      id,
      title,
      label,
      alternateTitles,
      summary: texts.roleSummaries[0] ?? null,
      pillars: pillars.map(named),
      organizationTypes: organizationTypes.map(named),
      categories: categories.map((category) => ({
        ...named(category),
        pillar: category.pillar && named(category.pillar),
        organizationTypes: category.organizationTypes.map(named),
      })),
      topics: topics.map(named),
      responsibilities: {
        ...pageFields(responsibilities, responsibilitiesByName),
        edges: responsibilities.map((responsibility) => involvedIn(responsibility, doing)),
      },
      involvedIn: {
        ...pageFields(others, responsibilitiesByName),
        edges: others.map((responsibility) => involvedIn(responsibility, notDoing)),
      },
      appearances: appearances.map((appearance) => ({
        category: { id: appearance.category.id },
        responsibilities: appearance.responsibilities.map(({ id }) => ({ id })),
        source: sourceOf(appearance),
        note: textOf.get(appearance)?.note ?? null,
      })),
      overlaps: {
        totalCount: overlaps.length,
        edges: overlaps.slice(0, all === true ? overlaps.length : fewClosest).map((overlap) => {
          const { roles, score, overlapCoefficient, neverToldApart, sharedResponsibilities } = overlap;
          const [, other] = roles;
          return {
            node: titled(other),
            overlap: {
              score,
              overlapCoefficient,
              lineCount: runToCompletion(overlap.lineCount()),
              neverToldApart,
              sharedResponsibilities: sharedResponsibilities.map(named),
            },
          };
        }),
      },
    },
  };
}

function roleReport(data: RoleAnswer): Report {
  const { role } = data;
  const { alternateTitles, responsibilities, overlaps } = role;
  const facts = [
    ['Pillars', role.pillars],
    ['Organization types', role.organizationTypes],
    ['Topics', role.topics],
  ] as const;
  const involvements = [...responsibilities.edges, ...role.involvedIn.edges];
  const isPlain = involvements.every(({ involvement }) => involvement.join() === 'RESPONSIBLE');
  const main: Table = {
    columns: [
      { heading: 'Id', onlyCsv: true },
      'Responsibility',
      { heading: 'Involvement', onlyCsv: isPlain },
      'Said by',
    ],
    rows: involvements.map(({ node, involvement, appearances }) => [
      node.id,
      node.name,
      involvement.map((each) => each.toLowerCase()),
      appearances.map(({ source }) => saidBy(source)),
    ]),
  };
  const categories: Table = {
    columns: ['Listed in', 'Of', 'Where'],
    rows: role.categories.map(({ id, name, pillar, organizationTypes }) => [
      name,
      pillar === null ? organizationTypes.map((type) => type.name) : pillar.name,
      // The words of a line that states duties are shown with these.
      role.appearances
        .filter(({ category }) => category.id === id)
        .map(({ responsibilities, source }) => (responsibilities.length === 0 ? saidBy(source) : placeText(source))),
    ]),
  };
  const notes: Table = {
    columns: ['Note', 'Said by'],
    rows: role.appearances.flatMap(({ note, source }) => (note === null ? [] : [[note, placeText(source)]])),
  };
  const closest: Table = {
    columns: [
      'Closest roles',
      rightAligned('Score'),
      rightAligned('Coefficient'),
      rightAligned('Lines'),
      'Told apart',
      'Shared responsibilities',
    ],
    rows: overlaps.edges.map(({ node, overlap }) => [
      node.label,
      scoreText(overlap.score),
      scoreText(overlap.overlapCoefficient),
      overlap.lineCount,
      overlap.neverToldApart ? 'never' : 'yes',
      overlap.sharedResponsibilities.map(({ name }) => name),
    ]),
  };
  const titles = alternateTitles.length === 0 ? '' : `, also ${alternateTitles.join(listSeparator)}`;
  const summary = `${role.label}${titles}${role.summary === null ? '' : `\n${role.summary}`}`;
  const listed = facts
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => `${name}: ${items.map((item) => item.name).join(listSeparator)}`);
  const more = moreText(overlaps.totalCount, overlaps.edges.length);
  const hint =
    responsibilities.totalCount > 0 || overlaps.totalCount === 0
      ? ''
      : 'The catalog does not say what this role does: the closest roles are those that are listed in the same places.';
  const parts = [
    listed.join('\n'),
    categories,
    main,
    notes,
    hint,
    closest,
    more === '' ? '' : `${more}; --all lists them.`,
  ];
  return { data, main, summary, parts };
}
