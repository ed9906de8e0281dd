import type { TeamRole } from './questions/team-questions.ts';
import type { Member } from './team.ts';

/**
 * A team as CSV that this page and the command line read: name, roles, share and until. Texts that a sheet would take for a formula
 * have an apostrophe in front, as in all files of Rolegraph.
 */
export function teamCsv(team: readonly Member[], roles: ReadonlyMap<string, TeamRole>): string {
  const rows = team.map(({ name, roles: own, unknown = [], share = 1, until = '' }) => [
    name,
    [...own.map((id) => roles.get(id)?.label ?? id), ...unknown].join('; '),
    String(share),
    until,
  ]);
  const lines = [['name', 'roles', 'share', 'until'], ...rows].map((row) => row.map(cell).join(','));
  // Excel takes a file for UTF-8 only if it begins with this mark.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
