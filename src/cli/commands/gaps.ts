import { z } from 'zod';
import { pageInfoFields, pageInfoShape, type Asking, type Question, type Variables } from '../ask.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { ownerFields, ownerShape } from '../group-label.ts';
import { itemFields, listedItems } from '../listed-items.ts';
import { withCatalog } from '../open-catalog.ts';
import { readTeam } from '../read-team.ts';
import { writeReport, type ReportOptions } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { gapsReport } from './gaps-report.ts';

export interface GapsOptions extends ReportOptions {
  /** The file that names the team's roles. */
  readonly team: string;
}

/** What coverage is counted in: the lists of each answer. */
export const units = ['categories', 'responsibilities', 'topics'] as const;

const lists = z.strictObject({ categories: listedItems, responsibilities: listedItems, topics: listedItems });
const count = z.strictObject({ totalCount: z.int() });
const counts = z.strictObject({ categories: count, responsibilities: count, topics: count });
const roleShape = z.strictObject({ id: z.string(), title: z.string() });

const answer = z.strictObject({
  coverage: z.strictObject({
    share: z.number(),
    groups: z.array(
      z.strictObject({
        group: z.strictObject({ id: z.string(), name: z.string(), ...ownerShape }),
        share: z.number(),
        covered: counts,
        uncovered: lists,
      }),
    ),
    additions: z.strictObject({
      totalCount: z.int(),
      nodes: z.array(
        z.strictObject({ role: roleShape, gain: z.number(), adds: z.strictObject({ itemCount: z.int() }) }),
      ),
    }),
  }),
  singlePoints: z.strictObject({
    totalCount: z.int(),
    pageInfo: pageInfoShape,
    nodes: z.array(z.strictObject({ roles: z.array(roleShape), criticality: z.number(), items: lists })),
  }),
});

export type GapsAnswer = z.infer<typeof answer>;

const listsFields = units.map((unit) => `${unit}(first: 100) { ${itemFields} }`).join(' ');
const countsFields = units.map((unit) => `${unit} { totalCount }`).join(' ');
const terms = { roles: 'The team', of: 'What is to be covered' };

const question: Question<GapsAnswer> = {
  document: `query Gaps($roles: [RoleBy!]!, $of: [ID!], $first: Int, $after: String) {
    coverage(roles: $roles, of: $of) {
      share
      groups { group { id name ${ownerFields} } share covered { ${countsFields} } uncovered { ${listsFields} } }
      additions(first: 5) { totalCount nodes { role { id title } gain adds { itemCount } } }
    }
    singlePoints(roles: $roles, of: $of, first: $first, after: $after) {
      totalCount
      ${pageInfoFields}
      nodes { roles { id title } criticality items { ${listsFields} } }
    }
  }`,
  data: answer,
  terms,
};

const restAnswer = z.strictObject({
  coverage: z.strictObject({ uncovered: z.strictObject({ rest: listedItems }) }),
});

/** Asks for more of one list of what nobody covers. */
function questionOfRest(unit: (typeof units)[number]): Question<z.infer<typeof restAnswer>> {
  return {
    document: `query RestOfGaps($roles: [RoleBy!]!, $of: [ID!], $first: Int, $after: String) {
      coverage(roles: $roles, of: $of) { uncovered { rest: ${unit}(first: $first, after: $after) { ${itemFields} } } }
    }`,
    data: restAnswer,
    terms,
  };
}

/** `rolegraph gaps`: what of groups a team covers, what nobody of it does, and what only one does. */
export async function gaps(words: readonly string[], options: GapsOptions, terminal: Terminal): Promise<ExitCode> {
  const team = await readTeam(options.team, terminal.stdin);
  const data = await withCatalog(terminal, ({ names, asking }) => {
    const of = words.length === 0 ? undefined : names.groupIds(words);
    return askedWhole(asking, { roles: names.roleIdsOf(team).map((id) => ({ id })), of });
  });
  writeReport(gapsReport(data), options, terminal);
  return exitCodes.done;
}

/** The answer with all that nobody covers, and with all single points. */
async function askedWhole(asking: Asking, variables: Variables): Promise<GapsAnswer> {
  const data = await asking.askPages(question, variables, ({ singlePoints: { pageInfo, nodes } }) => ({
    pageInfo,
    items: nodes,
  }));
  for (const { group, uncovered } of data.coverage.groups) {
    for (const unit of units) {
      const { pageInfo, edges } = uncovered[unit];
      await asking.completePage(
        { pageInfo, items: edges },
        questionOfRest(unit),
        { ...variables, of: [group.id] },
        ({ coverage }) => ({ pageInfo: coverage.uncovered.rest.pageInfo, items: coverage.uncovered.rest.edges }),
      );
    }
  }
  return data;
}
