import { assignedHats, checkPeople } from '../../analysis/hats/assigned-hats.ts';
import { categoriesCarried, rolesOf } from '../../analysis/hats/in-common.ts';
import { invitePlan } from '../../analysis/invites/invite-plan.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { labelOfNode, listedItems } from '../output/listed-items.ts';
import { writeReport, type ReportOptions } from '../output/report.ts';
import type { Terminal } from '../output/terminal.ts';
import { hatsReport } from './hats-report.ts';

export interface HatsOptions extends ReportOptions {
  /** Names of groups whose roles are distributed. */
  readonly for: readonly string[];
  readonly with?: readonly string[];
  /** Lists of roles of which no person may have two, each as it was given. */
  readonly apart?: readonly string[];
}

const terms = { people: '<people>', of: '--for', mustInclude: '--with', apart: '--apart' };

/** `rolegraph hats`: distributes roles among people, so that the roles of each person belong together. */
export async function hats(people: number, options: HatsOptions, terminal: Terminal): Promise<ExitCode> {
  const answer = await withCatalog(
    terminal,
    ({ names, graph }) => {
      const groups = names.distinctGroups(options.for);
      const mustInclude = names.roles(options.with ?? []);
      const apart = (options.apart ?? []).map((list) => names.roles([list]));
      return answerFor(graph, { people, groups, mustInclude, apart });
    },
    terms,
  );
  for (const { title } of answer.withoutEffect) {
    terminal.stderr.write(`--apart: ${visibleText(title)} is not needed, so it has no effect\n`);
  }
  writeReport(hatsReport(answer.data, answer.groups.map(labelOfNode)), options, terminal);
  return exitCodes.done;
}

export type HatsAnswer = ReturnType<typeof answerFor>['data'];

interface Asked {
  readonly people: number;
  readonly groups: readonly RoleGroup[];
  readonly mustInclude: readonly Role[];
  readonly apart: readonly (readonly Role[])[];
}

/** The answer of the GraphQL field `hats`, and the roles of --apart that are not needed. */
function answerFor(graph: CatalogGraph, { people, groups, mustInclude, apart }: Asked) {
  checkPeople(people);
  checkApart(apart);
  const plan = runToCompletion(invitePlan(graph, { groups, unit: 'CATEGORY', mustInclude, exclude: [] }));
  const roles = plan.invites.map(({ role }) => role);
  const assigned = runToCompletion(assignedHats(graph, { roles, people, apart }));
  const { persons, roleCount, unassignedPeople, cohesion, upperBound, isOptimal, hasEvenLoads } = assigned;
  const categories = plan.items.filter((item) => item.kind === 'CATEGORY');
  const data = {
    hats: {
      roleCount,
      persons: persons.map((person) => ({
        number: person.number,
        roles: person.roles.map(({ role: { id, title }, reason }) => ({ role: { id, title }, reason })),
        cohesion: person.cohesion,
        covers: categoriesCarried(categories, rolesOf(person), true).map(({ id }) => ({ id })),
      })),
      unassignedPeople,
      cohesion,
      upperBound,
      optimal: isOptimal,
      hasEvenLoads,
      uncovered: listedItems(categoriesCarried(categories, roles, false), maxPageSize),
    },
  };
  return { data, groups, withoutEffect: new Set(apart.flat()).difference(new Set(roles)) };
}

function checkApart(apart: readonly (readonly Role[])[]): void {
  for (const [index, [only, ...others]] of apart.entries()) {
    if (others.length > 0) continue;
    const named = only === undefined ? 'names no role' : `names only "${only.title}"`;
    throw new UsageError(`List ${index + 1} of --apart ${named}; each takes at least 2 distinct roles.`);
  }
}
