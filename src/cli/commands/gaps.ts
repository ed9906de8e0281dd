import { additionsOf, allOwners, coverageOf, itemsCoveredBy, type Coverage } from '../../analysis/coverage/coverage.ts';
import { itemCount, type CoverageItems } from '../../analysis/coverage/coverage-item.ts';
import { singlePointsByCriticality, singlePointsOf } from '../../analysis/coverage/single-points.ts';
import { positionsOf, teamOf } from '../../analysis/coverage/team.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { categoryOwners, listedItems, pageFields } from '../output/listed-items.ts';
import type { ReportOptions } from '../output/report.ts';
import type { Terminal } from '../output/terminal.ts';
import { readTeam } from '../read-team.ts';
import { gapsReport } from './gaps-report.ts';

export interface GapsOptions extends ReportOptions {
  /** The file that names the team's roles. */
  readonly team: string;
}

/** `rolegraph gaps`: what a team covers of groups, what none of its roles covers, and what only one does. */
export async function gaps(terminal: Terminal, words: readonly string[], options: GapsOptions): Promise<ExitCode> {
  const team = await readTeam(options.team, terminal.stdin);
  return answerQuestion(terminal, options, {}, ({ names, graph }) => {
    const groups = words.length === 0 ? allOwners(graph) : names.distinctGroups(words);
    return gapsReport(answerOf(graph, names.rolesOfLines(team), groups));
  });
}

export type GapsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL fields `coverage` and `singlePoints`, with all pages of what is not covered. */
function answerOf(graph: CatalogGraph, roles: readonly Role[], groups: readonly RoleGroup[]) {
  const team = runToCompletion(teamOf(graph, positionsOf(roles)));
  const coverage = runToCompletion(coverageOf(graph, team, groups));
  const points = runToCompletion(singlePointsOf(graph, team, groups));
  return {
    coverage: {
      share: coverage.share,
      groups: groups.map((group) => {
        const { share, covered, uncovered } = runToCompletion(coverageOf(graph, team, [group]));
        const { id, name } = group;
        return {
          group: { id, name, ...categoryOwners(group) },
          share,
          covered: countsOf(covered),
          uncovered: listsOf(uncovered),
        };
      }),
      additions: firstAdditions(graph, coverage),
    },
    singlePoints: {
      ...pageFields(points, singlePointsByCriticality),
      nodes: points.map(({ position, criticality, items }) => ({
        roles: position.roles.map(({ id, title }) => ({ id, title })),
        criticality,
        items: listsOf(items, maxPageSize),
      })),
    },
  };
}

function firstAdditions(graph: CatalogGraph, coverage: Coverage) {
  const additions = runToCompletion(additionsOf(graph, coverage));
  return {
    totalCount: additions.length,
    nodes: additions.slice(0, 5).map(({ role, gain }) => ({
      role: { id: role.id, title: role.title },
      gain,
      adds: { itemCount: itemCount(runToCompletion(itemsCoveredBy(role, coverage.uncovered))) },
    })),
  };
}

function listsOf({ CATEGORY, RESPONSIBILITY, TOPIC }: CoverageItems, most?: number) {
  return {
    categories: listedItems(CATEGORY, most),
    responsibilities: listedItems(RESPONSIBILITY, most),
    topics: listedItems(TOPIC, most),
  };
}

function countsOf({ CATEGORY, RESPONSIBILITY, TOPIC }: CoverageItems) {
  return {
    categories: { totalCount: CATEGORY.length },
    responsibilities: { totalCount: RESPONSIBILITY.length },
    topics: { totalCount: TOPIC.length },
  };
}
