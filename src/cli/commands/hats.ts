import { visibleText } from '../../text/quoted-text.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { writeReport, type ReportOptions } from '../output/report.ts';
import type { Terminal } from '../output/terminal.ts';
import { query } from './hats-query.ts';
import { hatsReport } from './hats-report.ts';

export interface HatsOptions extends ReportOptions {
  /** Names of groups whose roles are shared out. */
  readonly for: readonly string[];
  readonly with?: readonly string[];
  /** Lists of roles that no one may hold together, each as it was given. */
  readonly apart?: readonly string[];
}

/** `rolegraph hats`: who of so many people wears which roles, so that what each does belongs together. */
export async function hats(people: number, options: HatsOptions, terminal: Terminal): Promise<ExitCode> {
  return withCatalog(terminal, async ({ names, client }) => {
    const of = names.groupIds(options.for);
    const mustInclude = options.with && names.roleIds(options.with);
    const apart = options.apart?.map((list) => names.roleIds([list]));
    const data = await client.query(query, {
      people,
      of,
      mustInclude: mustInclude?.map(byId),
      apart: apart?.map((list) => list.map(byId)),
    });
    const needed = new Set(data.hats.persons.flatMap(({ roles }) => roles.map(({ role }) => role.id)));
    const idle = [...new Set(apart?.flat())].filter((id) => !needed.has(id));
    for (const title of idle.map((id) => names.labelOf(id))) {
      terminal.stderr.write(`--apart: ${visibleText(title)} is none of the roles needed\n`);
    }
    const groups = of.map((id) => names.labelOf(id));
    writeReport(hatsReport(data, groups), options, terminal);
    return exitCodes.done;
  });
}

function byId(id: string): { readonly id: string } {
  return { id };
}
