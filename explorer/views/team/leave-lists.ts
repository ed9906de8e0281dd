import { withNames } from '../../state/asked-team.ts';
import type { Leaving } from '../../state/questions/leave-questions.ts';
import type { Table } from '../../state/table.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';

const { leaves } = words.team;

/** The most names of a sentence. */
const mostNamed = 2;

interface Closest {
  readonly name: string;
  readonly duties: readonly string[];
}

/** Who is closest to which duties, most first. */
export function closestPeople({ handover }: Leaving, team: readonly Member[]): readonly Closest[] {
  const duties = new Map<string, string[]>();
  for (const { node } of handover.edges) {
    const sent = node.successors[0]?.position.person?.name;
    if (sent === undefined) continue;
    const name = withNames(sent, team);
    duties.set(name, [...(duties.get(name) ?? []), node.responsibility.name]);
  }
  return [...duties]
    .map(([name, theirs]) => ({ name, duties: theirs }))
    .sort((a, b) => b.duties.length - a.duties.length);
}

/** Who could take how much, what nobody is close to, and what hangs on one person then. */
export function leadOf(data: Leaving, team: readonly Member[]): string {
  const closest = closestPeople(data, team).slice(0, mostNamed);
  const alone = data.handover.edges.filter(({ node }) => node.successors.length === 0).length;
  const [hire] = data.hires.nodes;
  const single = data.newlySingle.responsibilities.totalCount;
  return [
    ...(closest.length > 0 ? [leaves.closest(closest.map(({ name, duties }) => [name, duties.length]))] : []),
    ...(alone > 0 ? [leaves.nobodyNear(alone, hire?.role.label ?? null)] : []),
    ...(single > 0 ? [leaves.single(single)] : []),
  ].join(' ');
}

/** What is lost, and who is closest to it, for a sheet. */
export function handoverTable({ handover }: Leaving, team: readonly Member[]): Table {
  const { tables } = words.team;
  return {
    title: tables.leaves,
    columns: [tables.duty, tables.closest, tables.why],
    rows: handover.edges.map(({ node: { responsibility, successors } }) => {
      const [first] = successors;
      const name = first?.position.person?.name;
      return [
        responsibility.name,
        name === undefined ? leaves.noOne : withNames(name, team),
        first === undefined ? null : withNames(first.reason, team),
      ];
    }),
  };
}
