import type { QueryClient, Variables } from '../query-client.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { readTeam } from '../read-team.ts';
import { writeReport, type ReportOptions } from '../output/report.ts';
import type { Terminal } from '../output/terminal.ts';
import { query, queryForRest, units, type GapsAnswer } from './gaps-query.ts';
import { gapsReport } from './gaps-report.ts';

export interface GapsOptions extends ReportOptions {
  /** The file that names the team's roles. */
  readonly team: string;
}

/** `rolegraph gaps`: what of groups a team covers, what nobody of it does, and what only one does. */
export async function gaps(words: readonly string[], options: GapsOptions, terminal: Terminal): Promise<ExitCode> {
  const team = await readTeam(options.team, terminal.stdin);
  const data = await withCatalog(terminal, ({ names, client }) => {
    const of = words.length === 0 ? undefined : names.groupIds(words);
    return completeAnswer(client, { roles: names.roleIdsOf(team).map((id) => ({ id })), of });
  });
  writeReport(gapsReport(data), options, terminal);
  return exitCodes.done;
}

/** The answer with all that nobody covers, and with all single points. */
async function completeAnswer(client: QueryClient, variables: Variables): Promise<GapsAnswer> {
  const data = await client.queryPages(query, variables, ({ singlePoints: { pageInfo, nodes } }) => ({
    pageInfo,
    items: nodes,
  }));
  for (const { group, uncovered } of data.coverage.groups) {
    for (const unit of units) {
      const { pageInfo, edges } = uncovered[unit];
      await client.completePage(
        { pageInfo, items: edges },
        queryForRest(unit),
        { ...variables, of: [group.id] },
        ({ coverage }) => ({ pageInfo: coverage.uncovered.rest.pageInfo, items: coverage.uncovered.rest.edges }),
      );
    }
  }
  return data;
}
