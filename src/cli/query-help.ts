/** Advice for names that the shell has split. */
export const quoteNames = 'Quote names of several words.';

/** Help that all commands with names share. */
const names = `
Case, spaces and punctuation of names do not matter. The beginning of a name is enough if it is unique, and ids and
slugs are accepted, too: "perf", "Performance Efficiency" and pillar:performance-efficiency are the same pillar. A
category can also be given with its owner: security/infrastructure. ${quoteNames}
`;

const settings = `
Queries the catalog that was imported last ("rolegraph help import" lists the settings); until the first import, the
catalog that ships.
`;

export const roleHelp = `${names}
The closest roles have a score (how similar two roles are), a coefficient (how much of what the role with less does both
do), and the number of lines on which that rests; "never" told apart means that every line that names one names the
other. --by orders them by the score, the coefficient, or the weight of all that both have. Use the coefficient for a
role that does much, whose scores are all low.
${settings}
Examples:
  $ rolegraph role SRE
  $ rolegraph role "DevOps Engineer" --by coefficient
  $ rolegraph role Chaos Eng
  $ rolegraph role "DevOps Engineer" --csv > responsibilities.csv`;

export const searchHelp = `
Kinds: role, responsibility, topic, pillar, category, organization type, source, appearance.
${settings}
Examples:
  $ rolegraph search backup
  $ rolegraph search disaster recvery --kind role,responsibility
  $ rolegraph search cost --first 50 --csv`;

export const overlapHelp = `${names}
Groups are separated by spaces or commas.
${settings}
Examples:
  $ rolegraph overlap security reliability
  $ rolegraph overlap "Cost Optimization" MSP --json
  $ rolegraph overlap security/infrastructure reliability/backup`;

export const inviteHelp = `${names}
Groups are separated by spaces or commas, roles by commas. Coverage is counted in categories, responsibilities or
topics. The plan says whether it is proven to be optimal.
${settings}
Examples:
  $ rolegraph invite security --max 6
  $ rolegraph invite security reliability --by topic --with SRE
  $ rolegraph invite security --without "Security Engineer,Cloud Architect" --csv`;

export const gapsHelp = `${names}
The file of the team has one role per line, by title or id; "#" starts a comment:
  SRE              # Anna
  DevOps Engineer  # Ben
${settings}
Examples:
  $ rolegraph gaps --team team.txt
  $ rolegraph gaps security --team team.txt --csv
  $ echo SRE | rolegraph gaps reliability --team -`;

export const hatsHelp = `${names}
Distributes the smallest set of roles that covers all categories of the groups, plus the roles of --with. Each person
gets about the same number of roles, and roles that belong together. A role of --apart outside this set has no effect.
${settings}
Examples:
  $ rolegraph hats 5 --for security,reliability
  $ rolegraph hats 3 --for security --with "Data Owner"
  $ rolegraph hats 5 --for security,reliability --apart "Compliance Officer,Incident Response Manager"`;

export const pathHelp = `${names}
Lists only the shortest paths, those through the rarest nodes first.
${settings}
Examples:
  $ rolegraph path "Chaos Engineering Specialist" "Finance Analyst"
  $ rolegraph path SRE topic:backup --max 4 --first 3`;

export const raciHelp = `${names}
Activities are the responsibilities of the catalog, and letters come only from lines of the groups. R is responsible
(does it), A accountable (answers for it), C consulted (before), I informed (after). Findings come first: activities for
which nobody or several roles are accountable, or nobody is responsible. --form, --csv and --markdown make a matrix if
there are few enough roles, and a list otherwise. With --lines or --about, --csv has one row for each line instead.
${settings}
Examples:
  $ rolegraph raci
  $ rolegraph raci security reliability --findings
  $ rolegraph raci --about "Verify backups"
  $ rolegraph raci security --about topic:backup --markdown > raci.md
  $ rolegraph raci --role "Backup Administrator" --lines --csv`;
