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
role that does much, whose scores are all low. The five closest are listed; --all lists every role that shares anything.
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

export const listHelp = `${names}
The conditions are for roles only; all that are given must hold. What is listed with --csv has ids, for other commands.
${settings}
Examples:
  $ rolegraph list roles --in security --not-in reliability
  $ rolegraph list roles --pillars 5.. --by duties
  $ rolegraph list roles --does topic:backup --csv > backup.csv
  $ rolegraph list categories`;

export const compareHelp = `${names}
Roles are compared by their responsibilities, topics, categories, pillars and organization types; groups by their roles,
and by the responsibilities that their lines name.
${settings}
Examples:
  $ rolegraph compare SRE "DevOps Engineer"
  $ rolegraph compare reliability performance
  $ rolegraph compare MSP vendor --csv > msp-and-vendor.csv`;

export const graphHelp = `${names}
Node kinds: role, responsibility, topic, pillar, category, organization type, source, appearance (the last two only if
they are named). Edge kinds: APPEARS_IN, IN_CATEGORY, PART_OF, WORKS_IN, PERFORMS, ABOUT, OVERLAPS_WITH, CONSULTED_ON,
INFORMED_ABOUT; of appearances OF, UNDER, STATED_IN, NAMES, INVOLVES. --csv writes the edges with the ids of their
ends; --json writes nodes and edges.

With --format or --output, writes the whole selection as a file that other tools read, as the addresses of a server do.
docs/visualization.md lists the formats, and which of them take --direction, --format-version and --bom.
${settings}
Examples:
  $ rolegraph graph "DevOps Engineer" --depth 2 --node-kinds role --min-overlap 0.05
  $ rolegraph graph security --node-kinds role,category,pillar --json > security.json
  $ rolegraph graph --node-kinds role --edge-kinds overlaps-with --csv > overlaps.csv
  $ rolegraph graph --view roles --output roles.d3.json
  $ rolegraph graph --view duties --format-version 1.2 --output duties.gexf
  $ rolegraph graph "DevOps Engineer" --depth 2 --format csv.zip > devops.zip`;

export const pictureHelp = `${names}
Writes the picture that the server gives at /picture, where all of them can be seen: as SVG or, by the end of the file's
name or --format, as PNG, the same as a table as CSV or HTML, and its data as JSON. docs/pictures.md shows what each
option does.
${settings}
Examples:
  $ rolegraph picture board --output board.svg
  $ rolegraph picture board --of security,reliability --theme dark --scale 2 --output two-pillars.png
  $ rolegraph picture neighbourhood --of "DevOps Engineer" --output devops.svg
  $ rolegraph picture board --format csv > board.csv`;

export const overlapHelp = `${names}
Groups are separated by spaces or commas. --all lists the combinations of all pillars or, with --kind, of all categories
or organization types; with groups, the combinations of these alone. --matrix lists all pairs of a kind.
${settings}
Examples:
  $ rolegraph overlap security reliability
  $ rolegraph overlap "Cost Optimization" MSP --json
  $ rolegraph overlap security/infrastructure reliability/backup
  $ rolegraph overlap --all
  $ rolegraph overlap --matrix --kind categories --csv > matrix.csv`;

export const inviteHelp = `${names}
Groups are separated by spaces or commas, roles by commas. Coverage is counted in categories, responsibilities or
topics. The plan says whether it is proven to be optimal, and how many others are as good. "Essential" is who is in all
of them. Each invite has a reason that can be sent to the person. Seats of --max that the plan does not need go to the
roles that add most responsibilities.
${settings}
Examples:
  $ rolegraph invite security --max 8
  $ rolegraph invite security reliability --by topic --with SRE
  $ rolegraph invite security --without "Security Engineer,Cloud Architect" --csv`;

/** Help that all commands with a team file share. */
const team = `The file of the team has people as CSV, with columns name, roles (several are separated by semicolons), share (of a
full-time person, 1 if empty) and until (the last day), of which name and roles are required:
  name,roles,share,until
  Ann Berg,Operations Manager; Team Lead,,
  Ben Ito,Backup Administrator,0.5,2027-03-31
Or the same as YAML, a list of people with these keys. Or one role per line; "#" starts a comment. Nothing of the team
is stored.`;

export const gapsHelp = `${names}
${team}
Who works elsewhere does not cover a group for that reason: for groups, only what roles do there counts. What they do
elsewhere counts, too, with --from catalog, or if no group is given. Shares are shares of the responsibilities (duties).
${settings}
Examples:
  $ rolegraph gaps --team team.txt
  $ rolegraph gaps security --team team.csv --absent "Ben Ito"
  $ rolegraph gaps security --team team.txt --csv
  $ rolegraph gaps security --team team.txt --from catalog
  $ echo SRE | rolegraph gaps reliability --team -`;

export const whatIfHelp = `${names}
${team}
Nearest to a duty is who does the same elsewhere; then who is consulted or informed on it; then who has other duties
about its topics. Equals are ordered by how similar what they do is to what those do who had the duty before.
${settings}
Examples:
  $ rolegraph whatif MSP --team team.csv --leave "Ben Ito"
  $ rolegraph whatif MSP --team team.csv --leave Ben --take-over "Carla Diaz: Systems Administrator"
  $ rolegraph whatif reliability --remove "Backup Administrator"
  $ rolegraph whatif security --merge "Security Analyst, Security Engineer" --csv`;

export const hatsHelp = `${names}
Groups are separated by spaces or commas. Distributes all their roles, plus the roles of --with; --assign plan: only the
fewest that cover all categories. Each person gets about the same number of roles, and roles that belong together. With
--team, people keep the roles that they have, and the others are given to them by what they do already and by their
share of full time.

--apart says who must not be who. On both sides of "from" there are roles, or groups, topics and responsibilities, which
stand for their roles. It is an error if that keeps none of the roles apart.
${settings}
Examples:
  $ rolegraph hats 5 reliability
  $ rolegraph hats 5 reliability --apart "Compliance Officer from Backup & Disaster Recovery"
  $ rolegraph hats --team team.csv reliability
  $ rolegraph hats 3 security --assign plan --with "Data Owner"`;

export const relatedHelp = `${names}
First comes what the catalog itself connects: who does it, for a responsibility or topic; the roles of a group, the most
specific first; the topics of a role, then the roles that do the same or are listed with it. Then comes what co-occurs
with it more often than expected by chance.

Kinds: role, responsibility, topic, pillar, category, organization type.
${settings}
Examples:
  $ rolegraph related backup
  $ rolegraph related security --kind roles --first 10
  $ rolegraph related SRE --kind responsibilities --csv`;

export const pathHelp = `${names}
Lists only the shortest paths, those through the rarest nodes first. A path through duties says what two roles have in
common, and is preferred to a shorter one through a pillar, a category or an organization type. If none has at most
--max steps, paths through anything are listed, and the first line says so.
${settings}
Examples:
  $ rolegraph path "Chaos Engineering Specialist" "Finance Analyst"
  $ rolegraph path SRE topic:backup --first 5
  $ rolegraph path "Backup Administrator" "Data Owner" --through any`;

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
