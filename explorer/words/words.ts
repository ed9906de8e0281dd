import { capitalized, counted, list, number, spelled } from './format.ts';

const roles = { one: 'role', other: 'roles' };

/*
 * Every text of the explorer but those of the catalog itself, and the sentences of pictures, which src/drawing makes. Nouns that are
 * counted have the forms that Intl.PluralRules names.
 */

/** E.g. "one role", "twelve roles". */
function inWords(count: number, forms: { readonly one: string; readonly other: string }): string {
  return `${spelled(count)} ${count === 1 ? forms.one : forms.other}`;
}

const lines = { one: 'line', other: 'lines' };
const duties = { one: 'duty', other: 'duties' };

/** E.g. "these two". */
function theseOf(groups: number): string {
  return groups === 1 ? 'this one' : `these ${spelled(groups)}`;
}

function allOf(groups: number): string {
  return groups === 2 ? 'both' : `all ${spelled(groups)}`;
}

function bothOf(count: number): string {
  return capitalized(allOf(count));
}

export const words = {
  product: 'Rolegraph',
  skipToContent: 'Skip to the content',
  /** The title of a browser's tab. */
  pageTitle: (view: string) => `${view} · Rolegraph`,

  navigation: {
    label: 'Views',
    board: 'Board',
    overlap: 'Overlap',
    plan: 'Plan',
    team: 'Team',
    paths: 'Paths',
    catalog: 'Catalog',
  },

  catalog: (name: string, version: string, revision: string) => `${name} ${version} · revision ${revision}`,

  /** Other pages of the server. */
  pages: {
    graphiql: 'GraphiQL',
    pictures: 'Pictures',
    files: 'Files',
    schema: 'Documentation of the schema',
    examples: 'Examples of drawings',
    about: 'About this server',
  },

  search: {
    label: 'Find a role, a group, a topic or a duty',
    placeholder: 'Role, duty, topic …',
    results: 'What was found',
    searching: 'Searching …',
    nothing: (text: string) => `Nothing is found for “${text}”. Try fewer or other words.`,
    failed: 'The search failed. Type again to try once more.',
    found: (shown: number, total: number) =>
      total > shown
        ? `The best ${number(shown)} of ${number(total)}`
        : counted(total, { one: 'match', other: 'matches' }),
    relaxed: 'Not all words are found together.',
    matched: (text: string) => `matches “${text}”`,
  },

  kinds: {
    ROLE: 'Role',
    PILLAR: 'Pillar',
    CATEGORY: 'Category',
    ORGANIZATION_TYPE: 'Organization type',
    TOPIC: 'Topic',
    RESPONSIBILITY: 'Duty',
    SOURCE: 'Source',
    APPEARANCE: 'Line of a source',
  },

  board: {
    title: 'Board',
    loading: 'The roles, where they stand and what they share',
    nowhere: 'Elsewhere',
    filters: 'Which roles are shown',
    all: 'All roles',
    several: (groups: string) => `In several ${groups}`,
    every: (groups: string) => `In all ${groups}`,
    inGroup: (label: string) => `In ${label}`,
    performs: (label: string) => label,
    pillar: 'Pillar',
    topic: 'Topic',
    organizationType: 'Organization',
    remove: (label: string) => `Remove the filter ${label}`,
    more: (count: number) => `and ${number(count)} more`,
    moreIn: (count: number, label: string) => `and ${number(count)} more in ${label}`,
    noRoles: 'No roles',
    nothing: 'No role passes all filters.',
    showAll: 'Show all roles',
    /** E.g. "Data Owner: in Security and Reliability, 2 of 6". */
    pointed: (label: string, groups: readonly string[], all: number, kind: string) => {
      if (groups.length === 0) return `${label} stands in no ${kind}`;
      if (groups.length === all && all > 1) return `${label} stands in all ${number(all)}: ${list(groups)}`;
      return `${label} stands in ${number(groups.length)} of ${number(all)}: ${list(groups)}`;
    },
    inGroups: (groups: readonly string[]) => (groups.length === 0 ? 'in no pillar' : `in ${list(groups)}`),
  },

  role: {
    unknown: (slug: string) => `The catalog has no role “${slug}”.`,
    alsoCalled: (titles: string) => `Also called ${titles}`,
    lines: 'Where it stands, and what it does there',
    noLines: 'No line of the sources names it.',
    noDuties: 'The line states no duty.',
    noSource: 'No source is given.',
    /** E.g. "001, line 37". */
    place: (source: string, line: number | null, row: number | null) => {
      if (line !== null) return `${source}, line ${line}`;
      return row === null ? source : `${source}, row ${row}`;
    },
    closest: 'Closest roles',
    noneClose: 'No role shares a duty or a category with it.',
    shared: (share: string) => `${share} shared`,
    bothDo: (duties: string) => `Both: ${duties}`,
    bothStandIn: (categories: string) => `Both stand in ${categories}`,
    others: (count: number) => `${number(count)} more`,
    barsExplained: 'Bars show how much of the two is shared; rare duties count for more.',
  },

  overlap: {
    title: 'Overlap',
    loading: 'Who stands in several, and who in one only',
    loadingOf: 'What they share',
    kinds: 'What is compared',
    kind: {
      PILLAR: 'Pillars',
      ORGANIZATION_TYPE: 'Organization types',
      TOPIC: 'Topics',
      CATEGORY: 'Categories',
    },
    choice: 'Two to six of your choice',
    howToLook: 'Choose a cell or a column to see the names.',

    /** One group, e.g. "39 roles stand in Security; 21 of them in no other pillar". */
    inOne: (label: string, count: number, alone: number | null, kind: string) => {
      const all = `${capitalized(inWords(count, roles))} ${count === 1 ? 'stands' : 'stand'} in ${label}`;
      if (alone === null || count === 0) return all;
      if (alone === 0) return `${all}; each of them in another ${kind}, too`;
      return alone === count
        ? `${all} and in no other ${kind}`
        : `${all}; ${spelled(alone)} of them in no other ${kind}`;
    },
    /** E.g. "Security and Reliability share twelve roles; one of them stands in these two only". */
    inTwo: (labels: readonly string[], count: number, exact: number, kinds: string) => {
      if (count === 0) return `${list(labels)} share no role`;
      const all = `${list(labels)} share ${inWords(count, roles)}`;
      if (exact === 0) return `${all}, and ${count === 1 ? 'it stands' : 'each stands'} in other ${kinds}, too`;
      if (exact === count) return `${all}, and ${count === 1 ? 'it stands' : 'all stand'} in these two only`;
      return `${all}; ${spelled(exact)} of them ${exact === 1 ? 'stands' : 'stand'} in these two only`;
    },
    inSeveral: (labels: readonly string[], count: number, kinds: string) =>
      count === 0
        ? `No role stands in all of ${list(labels)}`
        : `${capitalized(inWords(count, roles))} ${count === 1 ? 'stands' : 'stand'} in ${list(labels)}, and maybe in other ${kinds}`,
    inExactly: (labels: readonly string[], names: readonly string[], count: number, kind: string) => {
      const where = `in ${list(labels)} and in no other ${kind}`;
      if (count === 0) return `No role stands ${where}`;
      const all = `${capitalized(inWords(count, roles))} ${count === 1 ? 'stands' : 'stand'} ${where}`;
      return count <= 3 ? `${all}: ${list(names)}` : all;
    },
    aboutTopics: (labels: readonly string[], count: number) =>
      count === 0
        ? `No role has duties about ${list(labels)}`
        : `${capitalized(inWords(count, roles))} ${count === 1 ? 'has' : 'have'} duties about ${list(labels)}`,

    list: 'Names',
    /** The heading of a list of roles. */
    listed: (labels: readonly string[], count: number) => `${list(labels)}: ${number(count)}`,
    listedOnly: (labels: readonly string[], count: number) => `${list(labels)} only: ${number(count)}`,
    exactness: 'Which roles are listed',
    atLeast: (groups: number, count: number) => `At least ${theseOf(groups)}: ${number(count)}`,
    exactly: (groups: number, count: number) => `Exactly ${theseOf(groups)}: ${number(count)}`,
    atLeastExplained: (groups: number, kinds: string) =>
      groups === 1
        ? `These roles stand in it. They may stand in other ${kinds}, too.`
        : `These roles stand in ${allOf(groups)}. They may stand in other ${kinds}, too.`,
    exactlyExplained: (groups: number, kind: string) =>
      groups === 1
        ? `These roles stand in it, and in no other ${kind}.`
        : `These roles stand in ${allOf(groups)}, and in no other ${kind}.`,
    onlyHere: (groups: number, count: number) => `In ${theseOf(groups)} only: ${number(count)}`,
    alsoElsewhere: (kinds: string, count: number) => `In other ${kinds}, too: ${number(count)}`,
    nobody: 'Nobody.',
    nobodyExactly: (kinds: string) => `Nobody. Whoever stands here stands in other ${kinds}, too.`,
    moreOnBoard: (count: number) => `and ${number(count)} more, on the board`,
    more: (count: number) => `and ${number(count)} more`,
    showMore: (count: number) => `Show ${number(Math.min(count, 100))} of ${number(count)} more`,
    sideBySide: 'Look at these side by side',
    pairsTable: (heading: string) => `${heading}, as a table whose cells lead to the names`,
    group: { one: 'group', other: 'groups' },
    cellOfOne: (label: string, count: number) => `${label}: ${counted(count, roles)}`,
    cellOfTwo: (labels: readonly string[], count: number) => `${list(labels)} share ${counted(count, roles)}`,
    arrows: 'Arrow keys move between cells.',

    asTable: 'As a table',
    exactlyIn: (where: string, count: number) => `${where}, and no other: ${counted(count, roles)}`,
    atLeastIn: (where: string, count: number) => `${where}, and maybe others: ${counted(count, roles)}`,

    everyRole: 'Every role',
    severalOnly: (kinds: string) => `Roles in several ${kinds}`,
    severalTopics: 'Roles with several topics',
    rows: 'Which roles have a row',
    moreRows: (count: number) => `Show ${number(count)} more, and every other role`,
    matrix: (kinds: string) => `Role by role: who stands in which ${kinds}`,
    matrixOfTopics: 'Role by role: who has duties about which topics',
    matrixLegend: 'A filled cell leads to the lines of the sources that say so.',
    matrixCell: (role: string, group: string, count: number, isTopic: boolean) =>
      `${role}, ${group}: ${counted(count, isTopic ? duties : lines)}`,
    role: 'Role',
    part: (from: number, to: number, of: number) => `Columns ${number(from)} to ${number(to)} of ${number(of)}`,

    /** Of a cell of the matrix. */
    roleLines: (role: string, group: string, count: number) =>
      count === 0 ? `${role} is not in ${group}` : `${role} in ${group}: ${counted(count, lines)}`,
    roleAbout: (role: string, topic: string, count: number) =>
      count === 0 ? `${role} has no duty about ${topic}` : `${role} about ${topic}: ${counted(count, duties)}`,
    allLines: (role: string) => `All lines of ${role}`,
    noRole: 'There is no such role any more.',

    computed: {
      title: 'How this is computed',
      shared: (count: number) =>
        `Shared roles: the roles that are in every one of the groups, |A ∩ B| = ${number(count)} (inclusive: “at least these”).`,
      exclusive: (count: number) =>
        `Exclusive roles: those of them that are in no other group of the same kind: ${number(count)} (“exactly these”).`,
      union: (count: number) => `Roles in at least one of the groups: |A ∪ B| = ${number(count)}.`,
      jaccard: (shared: number, union: number, value: string) =>
        `Jaccard index: |A ∩ B| / |A ∪ B| = ${number(shared)} / ${number(union)} = ${value}.`,
      coefficient: (shared: number, smallest: number, value: string) =>
        `Overlap coefficient (Szymkiewicz–Simpson): |A ∩ B| / the size of the smallest group = ${number(shared)} / ${number(smallest)} = ${value}.`,
      topics: 'A role has a topic if it has at least one duty about it, as responsible or accountable.',
      upset:
        'The columns are an UpSet plot (Lex and others, 2014): every role is counted once, in the column of exactly the groups that it stands in (exclusive intersections).',
      order:
        'Rows of the matrix: roles in most columns first; then those that share the earliest columns; then by title.',
      weight: (all: number) =>
        `Each duty, category, pillar and organization type weighs ln(1 + N / n), where n of the N = ${number(all)} roles have it, so that rare ones count more.`,
      trait: 'What both have',
      roles: 'Roles with it (n)',
      weighs: 'Weight',
      sum: 'Together',
      score: (shared: string, total: string, score: string) =>
        `Score: the weight of what both have / the weight of what at least one has = ${shared} / ${total} = ${score}.`,
      roleCoefficient: (value: string) =>
        `Overlap coefficient (Szymkiewicz–Simpson): the weight of what both have / the weight of all that the lighter role has = ${value}.`,
      lineCount: (count: number) => `The overlap rests on ${counted(count, lines)} of the sources.`,
    },

    side: {
      empty: 'Which roles or groups do you want to look at side by side?',
      emptyLead: 'Choose two to six roles, or two to six pillars, categories and organization types.',
      one: (label: string) => `What does ${label} share, and with whom?`,
      oneLead: 'Choose at least one more.',
      tooMany: (count: number) => `Six can be looked at side by side, not ${spelled(count)}.`,
      mixed: 'Roles can be looked at with roles, and groups with groups.',
      tooManyLead: 'Remove some of them.',
      examples: 'For example',
      closest: 'Shares most with',
      chosen: 'What is looked at',
      remove: (label: string) => `Remove ${label}`,
      add: {
        ROLE: 'Add a role',
        GROUP: 'Add a pillar, category or organization type',
        ANY: 'Add a role, or a pillar, category or organization type',
      },
      placeholder: 'Type a name …',
      most: 'These are six, the most that can be looked at.',
      found: (count: number) => counted(count, { one: 'match', other: 'matches' }),

      rolesShareDuties: (labels: readonly string[], count: number) =>
        `${list(labels)} share ${spelled(count)} ${count === 1 ? 'duty' : 'duties'}`,
      rolesShareGroups: (labels: readonly string[], groups: readonly string[]) =>
        `${list(labels)} share no duty, but ${labels.length === 2 ? 'both' : 'all'} stand in ${list(groups)}`,
      rolesShareNothing: (labels: readonly string[]) => `${list(labels)} share nothing`,
      bothDo: (roleCount: number, names: readonly string[]) => `${bothOf(roleCount)} do: ${list(names)}.`,
      bothStandIn: (roleCount: number, names: readonly string[]) => `${bothOf(roleCount)} stand in ${list(names)}.`,
      bothWorkOn: (roleCount: number, names: readonly string[]) =>
        `${bothOf(roleCount)} have duties about ${list(names)}.`,
      neverApart: 'No line of the sources names one without the other, so they say nothing that tells the two apart.',

      why: (roleCount: number) =>
        roleCount === 2 ? 'What both do, and where it says so' : 'What all do, and where it says so',
      duty: 'Duty',
      category: 'Category',
      sharedDuties: 'Same duties',
      sharedCategories: 'Same categories',
      noneShared: 'No duty and no category is the same.',
      apart: 'What only one of them does',
      onlyOne: (count: number) => counted(count, duties),
      nothingOfItsOwn: 'Nothing that none of the others does.',
      standsAlone: (names: readonly string[]) => `Of these, it alone stands in ${list(names)}.`,
      pairs: 'Two by two',
      howMuch: 'How much both share',
      sharedOf: (share: string) => `${share} shared`,
      pairDo: (names: string) => `Both: ${names}`,
      pairStand: (names: string) => `Both stand in ${names}`,
      pairNothing: 'Nothing shared',

      groupsShare: (labels: readonly string[], count: number) =>
        count === 0 ? `No role stands in all of ${list(labels)}` : `${list(labels)} share ${inWords(count, roles)}`,
      groupsTwo: (labels: readonly string[], count: number) =>
        count === 0 ? `${list(labels)} share no role` : `${list(labels)} share ${inWords(count, roles)}`,
      sharedGroupDuties: (count: number, groups: number) =>
        `Duties that ${groups === 2 ? 'both' : 'all'} give to somebody: ${number(count)}`,
      groupDutiesExplained: 'They may be different roles.',
      groupsApart: 'Who stands in one of them only',
      onlyIn: (label: string, count: number) => `Only in ${label}: ${number(count)}`,
      onlyDuties: (count: number) => `${counted(count, duties)} of its own`,
      noneOnly: 'Every role of it stands in another of these, too.',
    },

    columns: {
      role: 'Role',
      pillars: 'Pillars',
      exactly: 'Exactly these',
      atLeast: 'At least these',
      only: 'In these only',
      yes: 'yes',
      no: 'no',
      shared: 'Shared',
      where: 'Where',
      category: 'Category',
      duties: 'Duties',
      duty: 'Duty',
      place: 'Line',
      all: 'All',
    },
  },

  plan: {
    title: 'Plan',
  },

  team: {
    title: 'Team',
  },

  paths: {
    title: 'Paths',
  },

  catalogPage: {
    title: 'Catalog',
  },

  groups: {
    PILLAR: { one: 'pillar', other: 'pillars' },
    ORGANIZATION_TYPE: { one: 'organization type', other: 'organization types' },
    CATEGORY: { one: 'category', other: 'categories' },
    TOPIC: { one: 'topic', other: 'topics' },
  },

  takeAlong: {
    title: 'Take it along',
    picture: 'Picture (SVG)',
    png: 'Picture (PNG)',
    table: 'Table',
    sheet: 'Sheet (CSV)',
    graphql: 'GraphQL',
  },

  states: {
    loading: 'Loading …',
    newerCatalog: 'A newer catalog is here.',
    look: 'Look',
    offline: 'You are offline. What is shown stays; anything else needs the server.',
    unreachable: 'The server cannot be reached.',
    unreachableAdvice: 'Look whether you are online, and whether the server runs.',
    refused: 'The server cannot answer this address.',
    failed: 'The server could not answer.',
    request: (id: string) => `Request ${id}: under this id, the log of the server has the details.`,
    retry: 'Try again',
    unknown: 'There is nothing at this address.',
    toBoard: 'Go to the board',
  },
} as const;
