import { assignedHats, categoriesCarried, checkPeople, rolesOf, type Hats } from '../../analysis/hats/assigned-hats.ts';
import { invitePlan, type InvitePlan } from '../../analysis/invites/invite-plan.ts';
import { itemAt } from '../../collections/item-at.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { labelOfNode, listedItems } from '../output/listed-items.ts';
import type { ReportOptions } from '../output/report.ts';
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
export function hats(terminal: Terminal, people: number, options: HatsOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, terms, ({ names, graph }) => {
    const groups = names.distinctGroups(options.for);
    const mustInclude = names.roles(options.with ?? []);
    const apart = (options.apart ?? []).map((list) => names.roles([list]));
    checkPeople(people);
    checkApart(apart);
    const plan = runToCompletion(invitePlan(graph, { groups, unit: 'CATEGORY', mustInclude, exclude: [] }));
    const roles = plan.invites.map(({ role }) => role);
    const assigned = runToCompletion(assignedHats(graph, { roles, people, apart }));
    for (const { title } of new Set(apart.flat()).difference(new Set(roles))) {
      terminal.stderr.write(`--apart: ${visibleText(title)} is not needed, so it has no effect\n`);
    }
    return hatsReport(answerOf(plan, assigned), groups.map(labelOfNode));
  });
}

export type HatsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL field `hats`. */
function answerOf({ items, invites }: InvitePlan, hats: Hats) {
  const { persons, roleCount, unassignedPeople, cohesion, upperBound, isOptimal, hasEvenLoads } = hats;
  const categories = items.filter((item) => item.kind === 'CATEGORY');
  const roles = invites.map(({ role }) => role);
  return {
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
}

function checkApart(apart: readonly (readonly Role[])[]): void {
  const index = apart.findIndex((list) => list.length < 2);
  if (index < 0) return;
  const { title } = itemAt(itemAt(apart, index), 0);
  throw new UsageError(`List ${index + 1} of --apart names only "${title}"; each takes at least 2 distinct roles.`);
}
