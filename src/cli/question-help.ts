import { quoteNames } from './names/quote-names.ts';

/** What all commands that ask the catalog have in common. */
const names = `
Names are compared without case, spaces and punctuation; a beginning that fits one name alone is completed, and ids and
slugs are taken, too: "perf", "Performance Efficiency" and pillar:performance-efficiency are one pillar. A category is
also named by its owner: security/infrastructure. ${quoteNames}
`;

const settings = `
Asks the catalog where import keeps it ("rolegraph help import" names the settings); until something is imported, the
catalog that ships.
`;

export const roleHelp = `${names}${settings}
Examples:
  $ rolegraph role SRE
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
Groups are separated by spaces or commas, roles by commas. What is covered is counted in categories, responsibilities or
topics. The plan says whether it is the best there is.
${settings}
Examples:
  $ rolegraph invite security --max 6
  $ rolegraph invite security reliability --by topic --with SRE
  $ rolegraph invite security --without "Security Engineer,Cloud Architect" --csv`;

export const gapsHelp = `${names}
The team's file names one role a line, by title or id; what follows "#" is a comment:
  SRE              # Anna
  DevOps Engineer  # Ben
${settings}
Examples:
  $ rolegraph gaps --team team.txt
  $ rolegraph gaps security --team team.txt --csv
  $ echo SRE | rolegraph gaps reliability --team -`;

export const hatsHelp = `${names}
Shared out are the fewest roles that cover all categories of the groups, and those of --with: the people have about as
many each, and what one has belongs together. A role of --apart that is not among them does not matter.
${settings}
Examples:
  $ rolegraph hats 5 --for security,reliability
  $ rolegraph hats 3 --for security --with "Data Owner"
  $ rolegraph hats 5 --for security,reliability --apart "Compliance Officer,Incident Response Manager"`;

export const pathHelp = `${names}
Lists only paths of the least number of steps, those through the rarest things first.
${settings}
Examples:
  $ rolegraph path "Chaos Engineering Specialist" "Finance Analyst"
  $ rolegraph path SRE topic:backup --max 4 --first 3`;
