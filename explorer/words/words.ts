import { capitalized, counted, list, noun, number, spelled } from './format.ts';
import type { ChangeCounts, NewerCatalog } from './newer-catalog.ts';

/*
 * Every text of the explorer but those of the catalog itself, and the sentences of pictures, which src/drawing makes. Nouns that are
 * counted have the forms that Intl.PluralRules names.
 */

/** Forms of nouns that are counted in several places. */
const nouns = {
  role: { one: 'role', other: 'roles' },
  duty: { one: 'duty', other: 'duties' },
  line: { one: 'line', other: 'lines' },
  category: { one: 'category', other: 'categories' },
  topic: { one: 'topic', other: 'topics' },
  heading: { one: 'heading', other: 'headings' },
  seat: { one: 'seat', other: 'seats' },
  person: { one: 'person', other: 'people' },
  step: { one: 'step', other: 'steps' },
  document: { one: 'document', other: 'documents' },
  pair: { one: 'pair', other: 'pairs' },
  row: { one: 'row', other: 'rows' },
};

/** E.g. "one role", "twelve roles". */
function inWords(count: number, forms: { readonly one: string; readonly other: string }): string {
  return `${spelled(count)} ${noun(count, forms)}`;
}

/** E.g. "3 added", "12 changed". */
function changesOf({ added, changed, removed }: ChangeCounts): readonly string[] {
  return [
    ...(added > 0 ? [`${number(added)} added`] : []),
    ...(changed > 0 ? [`${number(changed)} changed`] : []),
    ...(removed > 0 ? [`${number(removed)} removed`] : []),
  ];
}

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

/** E.g. "138 roles from 3 documents". */
function rolesFrom(roles: number, documents: number): string {
  const counting = counted(roles, nouns.role);
  return documents === 0 ? counting : `${counting} from ${counted(documents, nouns.document)}`;
}

/** What may need attention in a catalog, by how many it concerns: as headings, and as sentences without their full stop. */
const findings = {
  withoutDuties: (roles: number) => `${counted(roles, { one: 'role has', other: 'roles have' })} no duty`,
  lonely: (roles: number) =>
    `${counted(roles, { one: 'role shares', other: 'roles share' })} no duty with another role`,
  maybeOne: (pairs: number) => `${counted(pairs, nouns.pair)} may be one role under two titles`,
};

export const words = {
  product: 'Rolegraph',
  skipToContent: 'Skip to the content',
  /** Links to the parts of a long page. */
  jumps: 'On this page',
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
    docs: 'Documentation',
    schema: 'The schema',
    examples: 'Examples of drawings',
    about: 'About this server',
    glossary: 'Glossary',
    privacy: 'Privacy',
    signOut: 'Sign out',
  },

  /** Links to pages of the documentation, each as what the page answers. */
  help: {
    ROLE_OVERLAP: 'What the numbers of two roles mean',
    GROUP_OVERLAP: 'What the numbers of groups mean',
    NO_OVERLAP: 'Why two roles do not overlap',
    PLAN: 'How plans are made',
    COVERAGE: 'What covering something means',
    CHANGES: 'What is counted when somebody leaves',
    HATS: 'How roles are spread',
    PATHS: 'How paths are found',
    GRAIN: 'How finely to cut duties',
    RACI: 'How to write who answers for something',
    OWN_CATALOG: 'Ten minutes to a catalog of your own',
    QUOTES: 'How to have the words of the sources here',
    PRIVACY: 'What is stored, and where',
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
    /** Leads to the roles in these pillars and in no other, e.g. "Only in Security". */
    only: (pillars: readonly string[]) => `Only in ${list(pillars)}`,
    /** Before the names of the pillars. */
    key: (kind: { readonly one: string; readonly other: string }) =>
      `Bold: in several ${kind.other}. Each small cell is a ${kind.one}:`,
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
    /** An id that is no longer used leads to the role that replaces it. */
    replaced: (slug: string, label: string) => `“${slug}” is now ${label}.`,
    alsoCalled: (titles: string) => `Also called ${titles}`,
    code: (id: string) => `Code elsewhere: ${id}`,
    elsewhere: 'The same elsewhere:',
    /** Where it appears, e.g. "It stands in all 6 pillars and in Vendor." */
    stands: (places: readonly string[]) => `It stands ${list(places.map((place) => `in ${place}`))}.`,
    all: (count: number, groups: string) => `all ${number(count)} ${groups}`,
    some: (count: number, all: number, groups: string) => `${number(count)} of ${number(all)} ${groups}`,
    does: (duties: number, only: number) => {
      const all = counted(duties, nouns.duty);
      if (only === 0) return `It has ${all}; each is done by another role, too.`;
      if (only === duties) {
        return `It has ${all}, ${only === 1 ? 'which nobody else does' : 'and nobody else does any of them'}.`;
      }
      return `It has ${all}; ${only === 1 ? 'one of them' : `${number(only)} of them`} nobody else does.`;
    },
    statesNoDuty: 'The sources state no duty of it.',
    involved: (consulted: number, informed: number) => {
      const duties = (count: number) => counted(count, nouns.duty);
      const parts = [
        ...(consulted > 0 ? [`consulted on ${duties(consulted)}`] : []),
        ...(informed > 0 ? [`informed about ${duties(informed)}`] : []),
      ];
      return `It is ${list(parts)}.`;
    },
    pathTo: 'Path to …',
    lines: 'Where it stands, and what it does there',
    noLines: 'No line of the sources names it.',
    noDuties: 'The line states no duty.',
    answersFor: 'answers for it',
    doesAndAnswersFor: 'does it and answers for it',
    alsoConsulted: 'also consulted',
    alsoInformed: 'also informed',
    consultedOn: 'Consulted on',
    informedAbout: 'Informed about',
    only: (count: number) => `Only it does: ${counted(count, nouns.duty)}`,
    onlyExplained:
      'No other role of the catalog has what is listed here. A duty that the sources word in their own way has one role, too.',
    andMore: (count: number) => `and ${number(count)} more`,
    closest: 'Closest roles',
    noneClose: 'No role shares a duty or a category with it.',
    bothDo: (duties: string) => `Both do: ${duties}`,
    bothStandIn: (categories: string) => `Both stand in ${categories}`,
    others: (count: number) => `${number(count)} more`,
    why: 'Why these two overlap',
    whyOf: (a: string, b: string) => `Why these two overlap: ${list([a, b])}`,
    /** E.g. "15% shared". */
    shared: (share: string) => `${share} shared`,
    barsExplained:
      'A full bar would be 100%: two roles that have everything in common. What few roles have counts for more.',
    shareLess: (count: number) =>
      `${counted(count, { one: 'other role shares', other: 'other roles share' })} less with it.`,
    showMore: (count: number) => `Show ${counted(count, { one: 'more role', other: 'more roles' })}`,
    arithmetic: {
      title: 'How this is computed',
      titleOf: (label: string) => `How this is computed for ${label}`,
      trait: 'Both have',
      roles: 'Roles',
      weight: 'Counts',
      sum: 'Together',
      /** E.g. "All that one or both of them have counts 155.37, and 23.41 ÷ 155.37 = 15%." */
      quotient: (shared: string, total: string, share: string) =>
        `All that one or both of them have counts ${total}, and ${shared} ÷ ${total} = ${share} (a weighted Jaccard index).`,
      weighed: (roleCount: number) =>
        `Something that n of the ${counted(roleCount, nouns.role)} have counts ln(1 + ${number(roleCount)} ÷ n).`,
      lines: (count: number) => `It rests on ${counted(count, nouns.line)} of the sources.`,
      neverToldApart: 'Every line that names one of them names the other: the sources do not tell them apart.',
    },
    topics: 'What its duties are about',
    together: 'What is often found with it',
    togetherExplained: 'The roles that are closest to it have these more often than others.',
    reason: 'Why',
    reasonOf: (label: string) => `Why ${label}`,
    noneRelated: 'Nothing is found more often with this role than with others.',
    /** The picture of its neighbourhood, in a list of links. */
    picture: 'Its neighbours as a picture',
    files: 'This role and what is next to it, as a file',
    noFiles: 'This server offers no files.',
    readBy: (tools: string) => `for ${tools}`,
    table: {
      lines: (label: string) => `${label}: what it does where`,
      where: 'Where',
      category: 'Category',
      duty: 'Duty',
      involvement: 'Involvement',
      source: 'Source',
      line: 'Line',
      words: 'Words of the source',
      closest: (label: string) => `${label}: closest roles`,
      role: 'Role',
      share: 'Shared',
      bothDo: 'Both do',
      bothStandIn: 'Both stand in',
      /** As a table states how a role is involved. */
      involvements: {
        RESPONSIBLE: 'does it',
        ACCOUNTABLE: 'answers for it',
        CONSULTED: 'consulted',
        INFORMED: 'informed',
      },
    },
  },

  /** A name in an address that the catalog does not have. */
  unknownName: {
    unknown: (given: string) => `The catalog has nothing that is called “${given}”.`,
    ambiguous: (given: string) => `Several things are called “${given}”.`,
    didYouMean: 'Did you mean …?',
    without: (given: string) => `Go on without “${given}”`,
  },

  /** A line of a source, and what it says. */
  evidence: {
    none: 'No source is given.',
    /** E.g. "001, line 37". */
    place: (source: string, line: number | null, row: number | null) => {
      if (line !== null) return `${source}, line ${line}`;
      return row === null ? source : `${source}, row ${row}`;
    },
    open: (place: string) => `Words of ${place}`,
    noWords: 'The catalog does not hold the words of this line.',
    called: (titles: string) => `The line calls it ${titles}.`,
    document: (title: string, document: string) => (title === document ? title : `${title} (${document})`),
    link: 'Open the source',
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
    howToLook: (hasColumns: boolean) => `Choose a number${hasColumns ? ' or a column' : ''} to see the names.`,

    /** One group, e.g. "39 roles stand in Security; 21 of them in no other pillar". */
    inOne: (label: string, count: number, alone: number | null, kind: string) => {
      const all = `${capitalized(inWords(count, nouns.role))} ${count === 1 ? 'stands' : 'stand'} in ${label}`;
      if (alone === null || count === 0) return all;
      if (alone === 0) return `${all}; each of them in another ${kind}, too`;
      return alone === count
        ? `${all} and in no other ${kind}`
        : `${all}; ${spelled(alone)} of them in no other ${kind}`;
    },
    /** E.g. "Security and Reliability share twelve roles; one of them stands in these two only". */
    inTwo: (labels: readonly string[], count: number, exact: number, kinds: string) => {
      if (count === 0) return `${list(labels)} share no role`;
      const all = `${list(labels)} share ${inWords(count, nouns.role)}`;
      if (exact === 0) return `${all}, and ${count === 1 ? 'it stands' : 'each stands'} in other ${kinds}, too`;
      if (exact === count) return `${all}, and ${count === 1 ? 'it stands' : 'all stand'} in these two only`;
      return `${all}; ${spelled(exact)} of them ${exact === 1 ? 'stands' : 'stand'} in these two only`;
    },
    inSeveral: (labels: readonly string[], count: number, kinds: string) =>
      count === 0
        ? `No role stands in all of ${list(labels)}`
        : `${capitalized(inWords(count, nouns.role))} ${count === 1 ? 'stands' : 'stand'} in ${list(labels)}, and maybe in other ${kinds}`,
    inExactly: (labels: readonly string[], names: readonly string[], count: number, kind: string) => {
      const where = `in ${list(labels)} and in no other ${kind}`;
      if (count === 0) return `No role stands ${where}`;
      const all = `${capitalized(inWords(count, nouns.role))} ${count === 1 ? 'stands' : 'stand'} ${where}`;
      return count <= 3 ? `${all}: ${list(names)}` : all;
    },
    aboutTopics: (labels: readonly string[], count: number) =>
      count === 0
        ? `No role has duties about ${list(labels)}`
        : `${capitalized(inWords(count, nouns.role))} ${count === 1 ? 'has' : 'have'} duties about ${list(labels)}`,

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
    cellOfOne: (label: string, count: number) => `${label}: ${counted(count, nouns.role)}`,
    cellOfTwo: (labels: readonly string[], count: number) => `${list(labels)} share ${counted(count, nouns.role)}`,
    arrows: 'Arrow keys move between cells.',
    showAllPairs: (count: number) => `Show ${number(count)} more`,
    ofOne: 'All roles of one',
    /** Of pairs in a list, with bars. */
    pairsExplained: (isOfTopics: boolean, most: number) =>
      `A number counts the roles that ${isOfTopics ? 'have duties about both topics' : 'stand in both, and possibly in others'}. A full bar is the most that two share: ${number(most)}.`,
    cellInList: (group: string, count: number, isTopic: boolean) =>
      `${group}: ${counted(count, isTopic ? nouns.duty : nouns.line)}`,

    moreColumns: (count: number) => `Show ${counted(count, { one: 'more combination', other: 'more combinations' })}`,
    asTable: 'As a table',
    exactlyIn: (where: string, count: number) => `${where}, and no other: ${counted(count, nouns.role)}`,
    atLeastIn: (where: string, count: number) => `${where}, and maybe others: ${counted(count, nouns.role)}`,

    everyRole: 'Every role',
    severalOnly: (kinds: string) => `Roles in several ${kinds}`,
    severalTopics: 'Roles with several topics',
    rows: 'Which roles have a row',
    moreRows: (count: number) => `Show ${number(count)} more, and every other role`,
    matrix: (kinds: string) => `Role by role: who stands in which ${kinds}`,
    matrixOfTopics: 'Role by role: who has duties about which topics',
    matrixLegend: 'A filled cell leads to the lines of the sources that say so.',
    matrixListLegend: 'Open a role to see the lines of the sources that say so.',
    matrixCell: (role: string, group: string, count: number, isTopic: boolean) =>
      `${role}, ${group}: ${counted(count, isTopic ? nouns.duty : nouns.line)}`,
    role: 'Role',
    part: (from: number, to: number, of: number) => `Columns ${number(from)} to ${number(to)} of ${number(of)}`,

    /** Of a cell of the matrix. */
    roleLines: (role: string, group: string, count: number) =>
      count === 0 ? `${role} is not in ${group}` : `${role} in ${group}: ${counted(count, nouns.line)}`,
    roleAbout: (role: string, topic: string, count: number) =>
      count === 0 ? `${role} has no duty about ${topic}` : `${role} about ${topic}: ${counted(count, nouns.duty)}`,
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
      lineCount: (count: number) => `The overlap rests on ${counted(count, nouns.line)} of the sources.`,
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

      rolesShareDuties: (labels: readonly string[], count: number) =>
        `${list(labels)} share ${inWords(count, nouns.duty)}`,
      rolesShareGroups: (labels: readonly string[], groups: readonly string[]) =>
        `${list(labels)} share no duty, but ${labels.length === 2 ? 'both' : 'all'} stand in ${list(groups)}`,
      rolesShareNothing: (labels: readonly string[]) => `${list(labels)} share nothing`,
      bothDo: (roleCount: number, names: readonly string[]) => `${bothOf(roleCount)} do: ${list(names)}.`,
      bothStandIn: (roleCount: number, names: readonly string[]) => `${bothOf(roleCount)} stand in ${list(names)}.`,
      neverApart: 'No line of the sources names one without the other, so they say nothing that tells the two apart.',

      why: (roleCount: number) =>
        roleCount === 2 ? 'What both do, and where it says so' : 'What all do, and where it says so',
      sharedDuties: 'Same duties',
      sharedCategories: 'Same categories',
      noneShared: 'No duty and no category is the same.',
      apart: 'What only one of them does',
      onlyOne: (count: number) => counted(count, nouns.duty),
      standsAlone: (names: readonly string[]) => `Of these, it alone stands in ${list(names)}.`,
      pairs: 'Two by two',
      howMuch: 'How much both share',
      pairDo: (names: string) => `Both: ${names}`,
      pairStand: (names: string) => `Both stand in ${names}`,
      pairNothing: 'Nothing shared',

      groupsShare: (labels: readonly string[], count: number) =>
        count === 0
          ? `No role stands in all of ${list(labels)}`
          : `${list(labels)} share ${inWords(count, nouns.role)}`,
      groupsTwo: (labels: readonly string[], count: number) =>
        count === 0 ? `${list(labels)} share no role` : `${list(labels)} share ${inWords(count, nouns.role)}`,
      sharedGroupDuties: (count: number, groups: number) =>
        `Duties that ${groups === 2 ? 'both' : 'all'} give to somebody: ${number(count)}`,
      groupDutiesExplained: 'They may be different roles.',
      groupsApart: 'Who stands in one of them only',
      onlyIn: (label: string, count: number) => `Only in ${label}: ${number(count)}`,
      onlyDuties: (count: number) => `${counted(count, nouns.duty)} of its own`,
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
    },
  },

  plan: {
    title: 'Plan',
    question: 'Who should be invited?',
    explained:
      'Choose what the meeting is about. The answer is the fewest roles that cover all of it, each with the lines that say why, and with those who could stand in.',
    choose: 'What is to be covered?',
    chooseMore:
      'You can add more afterwards. For a single topic or duty, the search at the top of the page shows who does it.',
    pickGroup: 'Find a pillar, a category or an organization type',
    pickGroupHint: 'e.g. a category',
    pickRole: 'Find a role',
    pickRoleHint: 'Name of a role',
    working: 'Looking for the fewest people …',

    /** What a plan counts. */
    unit: {
      CATEGORY: nouns.heading,
      RESPONSIBILITY: nouns.duty,
      TOPIC: nouns.topic,
    },
    /** E.g. "the duties A and B". */
    named: (noun: string, names: string) => `the ${noun} ${names}`,

    controls: {
      label: 'What the plan is made of',
      cover: (label: string) => `Cover: ${label}`,
      uncover: (label: string) => `Do not cover ${label}`,
      coverMore: 'Cover more',
      by: (units: string) => `by ${units}`,
      byWhat: { CATEGORY: 'Every heading', RESPONSIBILITY: 'Every duty', TOPIC: 'Every topic' },
      seats: 'Seats',
      atMost: (count: number) => `at most ${counted(count, nouns.seat)}`,
      noLimit: 'as many seats as needed',
      less: (count: number) => `At most ${counted(count, nouns.seat)}: one less`,
      more: (count: number) => `At most ${counted(count, nouns.seat)}: one more`,
      anyNumber: 'As many seats as needed',
      mustHave: 'Must have',
      cannotCome: 'Cannot come',
      has: (label: string) => `With ${label}`,
      hasMany: (count: number) => `With these ${number(count)} roles`,
      letGo: (label: string) => `${label} need not have a seat`,
      letAllGo: 'Choose all seats again',
      hasNot: (label: string) => `Not ${label}`,
      letIn: (label: string) => `${label} may be invited again`,
      elsewhere: 'Also who does it elsewhere',
      ours: 'Only our team',
    },

    invites: 'Invite',
    nobody: 'No role that may be invited covers any of this.',
    seatNumber: (position: number) => `Seat ${number(position)}`,
    seat: { PLANNED: 'needed', REQUIRED: 'chosen by you', SPARE: 'on a spare seat' },
    essential: 'in every plan that is as good',
    person: (names: string) => `in our team: ${names}`,
    noPerson: 'nobody in our team',
    brings: 'Brings',
    /** Behind what others do, too. */
    asDo: (names: string) => `(also ${names})`,
    onlyDoes: 'Nobody else invited does',
    bringsNothing: 'Brings nothing of what is to be covered.',
    more: (count: number) => `${number(count)} more`,
    lines: (duties: string, lines: string) => `What it does: ${duties} in ${lines}`,
    dutyCount: nouns.duty,
    lineCount: nouns.line,
    noDuties: 'The line states no duty.',
    standIns: {
      withoutLoss: 'Could stand in without loss',
      nobody: 'nobody',
      /** Before roles that cover what the seat is for, but do only some of what nobody else invited does. */
      some: (roles: number, items: string, count: number) =>
        roles === 1
          ? `Covers the ${items}, but does only some of these ${number(count)} duties`
          : `Cover the ${items}, but do only some of these ${number(count)} duties`,
      /** Before those that do nothing of it. */
      none: (roles: number, items: string, count: number) => {
        const duties = count === 1 ? 'not this duty' : `none of these ${number(count)} duties`;
        return roles === 1 ? `Covers the ${items}, but does ${duties}` : `Cover the ${items}, but do ${duties}`;
      },
      /** Behind a name, and on paper. */
      does: (done: number, count: number) => `(${number(done)} of ${number(count)})`,
      doesOnPaper: (done: number, count: number) =>
        `(does ${done === 0 ? 'none' : number(done)} of ${counted(count, nouns.duty)})`,
      anybody: 'Nobody else',
      anybodyInvitable: 'Nobody else who may be invited',
      ours: 'Nobody else in your team',
      /** Where no other role has what the seat is for. */
      noneCovers: (nobody: string, count: number, items: string, names: string) =>
        `${nobody} covers ${count === 1 ? '' : 'all of '}the ${items} ${names}.`,
      noneDoes: (nobody: string, count: number) =>
        count === 1
          ? `The seat is for this duty, and ${nobody.toLowerCase()} does it.`
          : `The seat is for these ${number(count)} duties, and ${nobody.toLowerCase()} does all of them.`,
      noNeed: (count: number) =>
        count === 0
          ? 'Nobody has to stand in: others invited bring this, too.'
          : `Others invited cover this, too: without this seat, only ${count === 1 ? 'this duty is' : `these ${number(count)} duties are`} lost.`,
    },
    moreStandIns: (count: number) => `and ${number(count)} more`,

    swap: 'Swap',
    swapSeat: (label: string) => `Swap ${label}`,
    swapExplained: 'All others keep their seats. Back undoes a swap.',
    takes: (label: string) => `${label} instead`,
    leave: 'Leave the seat empty',
    cannotCome: (label: string) => `${label} cannot come: make another plan`,
    anybody: 'Somebody else',
    change: {
      same: 'Nothing is lost, and nothing gained.',
      nothingLost: 'Nothing is lost.',
      lost: (names: string) => `Lost: ${names}.`,
      show: 'Show which',
      hide: 'Hide',
      gained: (names: string) => `Gained: ${names}.`,
      unknown: 'What changes is not known.',
    },

    undo: 'Undo',
    close: 'Close',

    /** How a plan with roles that were chosen by name compares to the best one. */
    own: {
      asGood: 'No other choice of roles needs fewer people and covers as much.',
      fewer: (people: string) => `Without your choice, ${people} would cover as much.`,
      covers: (people: string, covered: string) => `Without your choice, ${people} would cover ${covered}.`,
      all: (items: string) => `all ${items}`,
      some: (count: string, items: string) => `${count} of ${items}`,
      people: nouns.person,
      toBest: 'Show that plan',
    },

    coverage: 'What is covered',
    coverageExplained: 'Bars show how many of the duties under a heading somebody invited does.',
    /** How much of a heading is done, for those who do not see the bar. */
    done: (covered: number, count: number) => `${number(covered)} of ${counted(count, nouns.duty)}`,
    nobodyCovers: (items: string) => `Nobody invited covers ${items}`,
    nobodyDoes: (count: number) => `Nobody invited does this: ${counted(count, nouns.duty)}`,
    everything: 'Somebody invited does every duty.',
    couldDo: 'Could do it:',
    nobodyAtAll: 'Nobody in the catalog does it.',
    invite: 'invite',
    inviteRole: (label: string) => `Invite ${label}, too`,
    showAll: (count: number) => `Show ${number(count)} more`,

    alone: {
      title: 'Who alone does something',
      none: (groups: string) => `Whatever is done in ${groups}, at least two roles do it.`,
      noneAtAll: 'Whatever is done, at least two roles do it.',
      some: (count: number, groups: string) =>
        `${counted(count, { one: 'role does', other: 'roles do' })} something in ${groups} that no other role there does${count === 1 ? '' : '; those with most come first'}.`,
      someAtAll: (count: number) =>
        `${counted(count, { one: 'role does', other: 'roles do' })} something that no other role of the catalog does${count === 1 ? '' : '; those with most come first'}.`,
      note: 'This says as much about the words of the sources as about people: a duty that is worded differently on one line belongs to the role of that line alone.',
      invited: 'invited',
      count: (duties: number) => counted(duties, nouns.duty),
      countHeadings: (headings: number) => counted(headings, nouns.heading),
    },

    agenda: {
      print: 'Agenda to print',
      who: 'Who',
      why: 'Why',
      only: 'Nobody else here does',
      standIns: 'Could stand in',
      nobody: 'nobody',
      nobodyFully: 'nobody without loss',
      nobodyCovers: (count: number, items: string) => `nobody else covers ${count === 1 ? '' : 'all of '}the ${items}`,
      nobodyDoes: (count: number) =>
        count === 1 ? 'nobody else does this duty' : `nobody else does all ${number(count)} duties`,
      /** What is filled in by hand. */
      toFill: ['Day', 'Time', 'Place'],
      sources: (sources: readonly string[]) => `In brackets is where it says so, by source and line: ${list(sources)}.`,
      source: (slug: string, title: string) => `${slug} is “${title}”`,
      open: (count: number) =>
        `What remains open: nobody invited does ${count === 1 ? 'this' : `these ${number(count)}`}`,
      nothingOpen: 'Nothing remains open: somebody invited does every duty.',
    },
    moreInvites: (count: number) =>
      `${counted(count, { one: 'more role is', other: 'more roles are' })} invited; the table has all of them.`,

    team: {
      none: 'There is no team yet.',
      roles: (roles: string) => `Between them, they have ${roles}.`,
      fewest: 'No fewer roles of your team cover as much.',
      toTeam: 'Type or paste your team',
      all: 'Invite anybody',
      several: (name: string, seats: readonly string[]) =>
        `${name} has the roles of seats ${list(seats)}, and can take them all.`,
    },
    /** What it means that something is covered. */
    unitNote: {
      CATEGORY: 'By headings: there is somebody for every heading, but not for every duty under it.',
      RESPONSIBILITY: 'By duties: there is somebody for every duty, as far as there are seats.',
      TOPIC: 'By topics: there is somebody for every topic, but not for every duty.',
    },
    byDuties: (count: number) => `By duties, ${count === 1 ? 'one seat' : `the same ${number(count)} seats`}`,
    byDutiesMore: (more: string, count: number) => `would do ${more} more: ${number(count)}.`,
    byDutiesSame: 'would do no more.',
    computed: 'How this was chosen',
    otherPlans: (plans: string, verb: string) => `${plans} ${verb} as good: as many people who cover as much.`,
    computation:
      'The fewest roles that cover everything are a minimum set cover; with fewer seats than that, those that cover most. The search is exact unless the sentence above says that a better plan may exist. Of plans that are as good, roles that are specific to the groups are preferred. Spare seats go to who adds most duties. Roles that are only consulted or informed do not count as doing something.',

    table: {
      columns: {
        invites: [
          'Seat',
          'Role',
          'Person',
          'Why invited',
          'Covers',
          'Nobody else invited does',
          'Duties',
          'Lines',
          'Could stand in',
          'Reason',
        ],
        coverage: ['What', 'Name', 'Who', 'Duties done', 'Duties'],
      },
      nobody: 'nobody',
      coverage: 'What is covered',
    },
  },

  team: {
    title: 'Team',
    parts: 'Questions about the team',
    part: {
      COVERS: 'What it covers',
      LEAVES: 'If somebody leaves',
      HATS: 'Spread the roles',
      PEOPLE: 'People',
    },
    unnamed: (number: number) => `Person ${number}`,
    someone: 'somebody',
    people: nouns.person,
    groups: 'What the team is to cover',
    chosenGroups: (groups: string) => `Asked about: ${groups}`,
    everything: 'Everything',
    nothingChosen: 'nothing yet',
    addGroup: 'Also cover',
    addGroupPlaceholder: 'Add a category …',
    removeGroup: (label: string) => `Do not ask about ${label}`,
    nobodyYet: 'Add people first, and this page says what they cover.',
    toPeople: 'Add people',
    allAway: 'Everybody of the team is absent. Somebody has to be there.',
    noRoles: 'Nobody of the team has a role yet.',

    privacy:
      'Names stay in this browser, on this device. To answer, the server gets the roles, and “Person 1”, “Person 2” in place of names. What you give as a role is looked up there.',

    empty: {
      title: 'Who is in your team?',
      lead: 'Add people and their roles, and see what nobody does, what hangs on one person, and what is lost if somebody leaves.',
    },

    /** The view of people. */
    list: {
      title: (people: number, roles: number) =>
        `Our team: ${counted(people, nouns.person)} with ${counted(roles, { one: 'role', other: 'different roles' })}`,
      lead: 'Open a person to change roles, working time or absence.',
      noRole: 'no role yet',
      away: 'absent',
      until: (day: string) => `until ${day}`,
      unknownRole: (id: string) => `${id} (no longer in the catalog)`,
      name: 'Name',
      namePlaceholder: 'e.g. Ann Berg',
      role: 'Role',
      addRole: (name: string) => `Add a role for ${name}`,
      rolePlaceholder: 'Add a role …',
      removeRole: (role: string, name: string) => `Remove ${role} from ${name}`,
      share: 'Working time in percent',
      isAbsent: 'Absent for now',
      lastDay: 'Last day, if known',
      remove: (name: string) => `Remove ${name}`,
      add: 'Add somebody',
      addButton: 'Add',
      nameTaken: (name: string) => `${name} is in the team already. Add something to equal names.`,
      removed: (name: string) => `${name} is removed.`,
      removeAll: 'Remove all',
      removedAll: (count: number) => `${counted(count, { one: 'person is', other: 'people are' })} removed.`,
      undo: 'Undo',
      export: 'Save as CSV',
      copyLink: 'Copy a link with our team',
      copied: 'The link is copied. It carries the names and roles: whoever has it can read them.',
    },

    paste: {
      title: 'From a sheet or a file',
      label: 'Paste people and roles here',
      hint: 'Copy the columns with names and roles from a sheet, or write a line for each person, such as “Ann Berg: Site Reliability Engineer, Cloud Engineer”. A line for each role is fine, too.',
      example: 'Ann Berg: Operations Manager, Team Lead\nBen Ito: Backup Administrator',
      read: 'Read',
      drop: 'or drop a file here (CSV, TSV, YAML or JSON)',
      choose: 'Choose a file',
      reading: 'Reading …',
      failed: 'The roles could not be looked up. Nothing was added. Try again.',
      notText: (name: string) => `${name} is not a text file. In the program for sheets, save it as CSV first.`,
      tooLarge: (name: string) => `${name} is larger than a team can be. Choose a file of at most 1 MB.`,
      nobody: 'Nobody was found in it. Write a line for each person, with a name and roles.',
      /** E.g. "12 people were read, with 21 roles. 2 titles are not in the catalog." */
      summary: (people: number, roles: number, unknown: number, problems: number) =>
        [
          `${counted(people, { one: 'person was read', other: 'people were read' })}, with ${counted(roles, nouns.role)}.`,
          ...(unknown > 0
            ? [
                `${counted(unknown, { one: 'title is', other: 'titles are' })} not in the catalog: choose what is meant.`,
              ]
            : []),
          ...(problems > 0 ? [`${counted(problems, { one: 'line needs', other: 'lines need' })} a look.`] : []),
        ].join(' '),
      details: 'How each line was understood',
      line: 'Line',
      given: 'As written',
      understood: 'Understood as',
      isUnknown: 'not in the catalog',
      seeCover: 'See what they cover',
      toUnknown: 'Choose what the unknown titles mean',
      problem: (line: number, message: string) => `Line ${number(line)}: ${message}`,
    },

    unknown: {
      title: (count: number) => `${counted(count, { one: 'title', other: 'titles' })} that the catalog does not have`,
      of: (names: string) => `of ${names}`,
      choose: (title: string, role: string) => `“${title}” means ${role}`,
      other: 'Another role …',
      leaveOut: 'Leave out',
      leaveOutTitle: (title: string) => `Leave out “${title}”`,
      nothingClose: 'Nothing comes close.',
    },

    link: {
      ask: (people: number, own: number) =>
        `This link brings a team of ${counted(people, nouns.person)}. Replace yours of ${number(own)}?`,
      replace: 'Replace ours',
      keep: 'Keep ours',
      taken: (people: number) => `The team of the link is here: ${counted(people, nouns.person)}.`,
      close: 'Close',
      bad: 'The team in this link cannot be read. Ask for the link again; it may have been cut.',
    },

    covers: {
      /** E.g. "12 people do 45 of 252 duties of Security". */
      title: (people: number, done: number, all: number, of: string | null) => {
        const who = counted(people, { one: 'person does', other: 'people do' });
        const duties = done === all ? `all ${number(all)}` : `${number(done)} of ${number(all)}`;
        return `${who} ${duties} duties${of === null ? '' : ` of ${of}`}`;
      },
      nothing: (of: string) => `${of} states no duty.`,
      nobody: (count: number) => `Nobody does ${counted(count, nouns.duty)}`,
      one: (count: number) => `${number(count)} ${count === 1 ? 'hangs' : 'hang'} on one person`,
      most: (name: string, count: number) => `most on ${name} (${number(count)})`,
      absent: (names: readonly string[]) =>
        `${list(names)} ${names.length === 1 ? 'is' : 'are'} absent and not counted`,
      loading: 'What the team covers',
      dutiesTitle: 'Duties',
      lists: 'Which duties are listed',
      list: {
        NOBODY: 'Nobody',
        ONE: 'One person',
        THIN: 'Several, but part-time',
        SEVERAL: 'Several',
      },
      listHint: {
        NOBODY: 'Those that most roles of the catalog do come first.',
        ONE: 'Nobody else of the team does these.',
        THIN: 'Several people do these, whose working time together is less than that of one full-time person.',
        SEVERAL: 'If one is away, somebody else does these.',
      },
      find: 'Who of ours does …',
      onlyOf: (name: string) => `Only ${name}`,
      showAllOf: (name: string) => `List the duties of ${name}`,
      empty: {
        NOBODY: 'Nothing: somebody does each duty.',
        ONE: 'Nothing hangs on one person.',
        THIN: 'None.',
        SEVERAL: 'None.',
      },
      noMatch: (text: string) => `No duty has “${text}” in it.`,
      more: (count: number) => `Show ${number(count)} more`,
      inGroup: (group: string) => `in ${group}`,
      /** Before names of roles, which are links. */
      could: 'Could be done by:',
      noRoleDoes: 'No role does this. Somebody must be made responsible.',
      doElsewhere: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'does' : 'do'} this elsewhere.`,
      wouldDo: (names: readonly string[]) =>
        `${list(names)} would do this, but ${names.length === 1 ? 'is' : 'are'} absent.`,
      others: (count: number) => `${number(count)} more`,
      hangs: 'What hangs on one person',
      hangsNone: 'Nothing: each duty that is done has at least two people.',
      alone: (count: number) => `alone for ${counted(count, nouns.duty)}`,
      without: (name: string) => `If ${name} leaves`,
      adds: 'Who would add most',
      addsNone: 'No role would add a duty.',
      add: (count: number) => counted(count, { one: 'more duty', other: 'more duties' }),
      groups: 'How much is done',
      groupShare: (done: number, all: number) => `${number(done)} of ${number(all)}`,
      headings: (count: number) => `Nobody stands in ${counted(count, nouns.category)}`,
      computed: 'How this is computed',
      computedText:
        'Somebody does a duty if a line of the sources makes one of their roles responsible or accountable for it; who is only consulted or informed does not count. If groups are chosen, only lines of these groups count. Working time is added up: two people of 40% are less than one full-time person. How many roles of the catalog do a duty says how common it is, not how important.',
      notAll: (listed: number, all: number) =>
        `${number(listed)} of ${number(all)} duties are listed here. Choose a group to see all of its duties.`,
    },

    leaves: {
      question: 'If one of them leaves, what is lost?',
      choose: 'Who leaves?',
      lead: 'Choose one or more people. The numbers say how many duties only they do.',
      only: 'Nobody would be left. Leave somebody in the team.',
      title: (names: readonly string[], lost: number) => {
        const then = lost === 0 ? 'every duty still has somebody' : `nobody does ${counted(lost, nouns.duty)} any more`;
        return `If ${list(names)} ${names.length === 1 ? 'leaves' : 'leave'}, ${then}`;
      },
      /** E.g. "Carla Diaz could take 7 of them, and Ben Ito 1." */
      closest: (people: readonly (readonly [name: string, duties: number])[]) => {
        const [first, ...others] = people.map(([name, count], index) =>
          index === 0 ? `${name} could take ${number(count)} of them` : `${name} ${number(count)}`,
        );
        return `${list([first ?? '', ...others])}.`;
      },
      nobodyNear: (count: number, roles: string | null) =>
        `Nobody is close to ${counted(count, nouns.duty)}${roles === null ? '.' : `; look for ${roles}.`}`,
      single: (count: number) =>
        `${counted(count, { one: 'more duty hangs', other: 'more duties hang' })} on one person then.`,
      handover: 'Who could take what',
      nothingLost: 'Somebody else does each duty already.',
      noOne: 'Nobody of the team is close to this.',
      alsoClose: (count: number) => `${number(count)} more could take it`,
      byPerson: 'Closest, by person',
      hires: 'Roles to look for',
      noHires: 'None: somebody of the team is close to each duty.',
      headings: 'Categories in which nobody stands any more',
      newlySingle: 'What hangs on one person then',
      computedText:
        'Close is, in this order: who does the same duty by lines outside the groups that were chosen, who is consulted or informed on it, and who has other duties about the same topics. Among equals, those come first whose roles share most with the roles of whoever leaves. The roles to look for are those that do most of the duties that nobody is close to.',
    },

    hats: {
      working: 'Looking for the best way to spread the roles. For many roles, this takes some seconds.',
      question: 'How could the roles be spread over your people?',
      lead: 'Choose what is to be covered. All its roles are spread so that each person gets roles that have much in common, and about as many as the others.',
      /** @param others the roles of our people that are in none of the groups. */
      title: (roles: number, others: number, of: string, people: number) =>
        [
          `${of}: ${counted(roles, nouns.role)}`,
          ...(others > 0 ? [`and ${counted(others, { one: 'other', other: 'others' })} that our people have`] : []),
          `spread over ${counted(people, nouns.person)}`,
        ].join(', '),
      even: 'Everybody has about as many.',
      uneven: 'Not everybody has as many: what is kept apart, or what people have already, does not allow it.',
      best: 'There is no better way.',
      bestFound: 'This is the best way that was found.',
      free: (count: number) => `${counted(count, { one: 'person gets', other: 'people get' })} no role.`,
      fewer: 'One person fewer',
      more: 'One person more',
      keep: 'Our people keep the roles that they have',
      person: (number: number) => `Person ${number}`,
      has: 'has it already',
      why: 'Why these',
      apart: 'Keep apart',
      apartHint: 'Whoever checks must not be who does. Choose two: roles, categories, topics or duties.',
      apartFirst: 'Whoever has this',
      apartSecond: 'must not have this',
      removeApart: (one: string, other: string) => `Do not keep apart ${one} ✕ ${other}`,
      pair: (one: string, other: string) => `${one} ✕ ${other}`,
      computedText:
        'Two roles have much in common if they share duties and categories, and rare ones count for more (the overlap score). Loads are even first; then what each person has in common is made as great as possible. Up to 14 roles are tried in all ways; for more, it is the best that was found in about a second. The sentences under “Why these” have the numbers.',
    },

    duty: (count: number) => counted(count, nouns.duty),

    /** In other views. */
    board: {
      chip: 'Our team',
      ours: (count: number) => `${number(count)} ours`,
      note: (own: number, all: number) =>
        own === 0
          ? 'Nobody of our team has one of these roles.'
          : `Our team has ${number(own)} of these ${number(all)} roles. Names stay in this browser.`,
    },
    ours: (names: readonly string[]) => `${list(names)} ${names.length === 1 ? 'has' : 'have'} this role.`,
    tables: {
      team: 'Our team',
      gaps: 'What the team covers',
      leaves: 'Who could take what',
      hats: 'Roles spread over people',
      /** The first four are headings that the page and the command line know when they read a table. */
      name: 'Name',
      roles: 'Roles',
      share: 'Share',
      until: 'Until',
      yes: 'yes',
      duty: 'Duty',
      group: 'In',
      doneBy: 'Done by',
      doneByHowMany: 'By how many',
      could: 'Could be done by',
      closest: 'Closest',
      why: 'Why',
      person: 'Person',
      role: 'Role',
      has: 'Already',
    },
  },

  paths: {
    question: 'How are two things connected?',
    /** E.g. "What connects Auditor with …?" */
    questionFrom: (label: string) => `What connects ${label} with …?`,
    questionBoth: (from: string, to: string) => `What connects ${from} with ${to}?`,
    lead: 'Choose two roles, duties, topics or groups. The answer is the shortest path from one to the other, step by step, with the line behind each step.',
    examples: 'For example:',
    example: (from: string, to: string) => `${from} and ${to}`,
    ends: 'The two ends',
    from: 'From',
    to: 'To',
    placeholder: 'Role, duty, topic or group',
    swap: 'Swap the two ends',
    filters: 'Which paths are looked for',
    through: { DUTIES: 'Through what roles do', ANY: 'Through anything' },
    mostSteps: 'Steps, at most',
    most: (steps: number) => `At most ${counted(steps, nouns.step)}`,
    chooseAnother: 'Type another name above.',
    same: (label: string) => `Both ends are ${label}.`,
    chooseTwo: 'Choose something else for one of them.',
    picture: 'As a picture',
    ways: (count: number) => (count === 1 ? 'The path, step by step' : `${number(count)} paths, step by step`),
    /** For what the catalog itself says, e.g. that a category is part of a pillar. */
    noLine: 'as the catalog itself says',
    moreLines: (count: number) => `and ${counted(count, { one: 'more line', other: 'more lines' })}`,
    others: 'What else you can look at',
    otherWay: {
      throughDuties: (steps: number) => `Through what roles do, in ${counted(steps, nouns.step)}`,
      throughAny: (steps: number) => `Through anything, in ${counted(steps, nouns.step)}`,
      more: (count: number) => `More paths, up to ${number(count)}`,
    },
    compare: (from: string, to: string) => `What ${from} and ${to} share`,
    tooLong: (steps: number, most: number) =>
      `The shortest path has ${number(steps)} steps; at most ${number(most)} can be shown.`,
    nothingConnects: 'Nothing in the catalog connects them, however many steps are allowed.',
    nearest: (label: string) => `Nearest to ${label}`,
    nothingNear: 'Nothing.',
    computed: {
      title: 'How this is computed',
      shortest:
        'Only the shortest paths are shown. Of these, the one through what has the fewest connections comes first, because it says most.',
      rarity:
        'Its rarity is the sum of log2((n − 1) ÷ g) over everything between the two ends, where g is the number of connections of it, and n the number of all things in the catalog.',
      bits: (path: number, bits: string) => `Path ${number(path)}: ${bits} bits.`,
    },
    table: {
      title: (from: string, to: string) => `From ${from} to ${to}`,
      path: 'Path',
      step: 'Step',
      from: 'From',
      how: 'How',
      to: 'To',
      source: 'Source',
      line: 'Line',
      words: 'Words of the source',
    },
  },

  catalogPage: {
    title: 'Catalog',
    loading: 'What the catalog has, and what needs attention',
    /** E.g. "138 roles from 3 documents; 6 need attention". */
    headline: (roles: number, documents: number, attention: number, areAllExamined: boolean) => {
      const atLeast = areAllExamined ? '' : 'at least ';
      const need =
        attention === 0
          ? 'none needs attention'
          : `${atLeast}${number(attention)} ${attention === 1 ? 'needs' : 'need'} attention`;
      return `${rolesFrom(roles, documents)}; ${need}`;
    },
    counting: rolesFrom,
    /** The sentences below the title. */
    lead: {
      withoutDuties: (roles: number) => `${findings.withoutDuties(roles)}.`,
      lonely: (roles: number) => `${findings.lonely(roles)}.`,
      maybeOne: (pairs: number) => `${findings.maybeOne(pairs)}.`,
      noDuties: 'The catalog names no duties, so that roles share no more than their categories.',
      decide: (duties: number) => `${counted(duties, { one: 'duty needs', other: 'duties need' })} a decision.`,
      nothing: 'Every role has a duty, shares one with another role, and can be told apart.',
    },
    /** The files from which the server imports the catalog. */
    files: {
      title: (files: readonly string[], errors: number, warnings: number) => {
        const found = [
          ...(errors > 0 ? [counted(errors, { one: 'error', other: 'errors' })] : []),
          ...(warnings > 0 ? [counted(warnings, { one: 'warning', other: 'warnings' })] : []),
        ];
        return `${found.length === 0 ? 'No errors' : list(found)} in ${list(files)}`;
      },
      failed: (files: readonly string[]) => `${list(files)} could not be imported`,
      before: 'This page shows the catalog of before. When the files are right, it offers the new one.',
      watched: 'Each save of the files is imported, and this page says what is wrong.',
      imported: 'The catalog was imported from there when the server was started.',
      severities: { error: 'Error', warning: 'Warning' },
      place: (file: string, line: number) => `${file}:${line}`,
      more: (count: number) => `Show ${number(count)} more`,
      omitted: (errors: number, warnings: number) => {
        const more = [
          ...(errors > 0 ? [counted(errors, { one: 'more error', other: 'more errors' })] : []),
          ...(warnings > 0 ? [counted(warnings, { one: 'more warning', other: 'more warnings' })] : []),
        ];
        return `${capitalized(list(more))}: correct these first.`;
      },
    },
    counts: {
      title: 'What the catalog has',
      roles: nouns.role,
      inSeveral: 'in several pillars',
      categories: nouns.category,
      duties: nouns.duty,
      topics: nouns.topic,
      /** A line with three roles is three places. */
      places: { one: 'place that names a role', other: 'places that name a role' },
      perGroup: 'Roles in each group',
    },
    health: {
      title: 'What needs attention',
      none: 'Nothing was found.',
      withoutDuties: findings.withoutDuties,
      withoutDutiesAdvice: 'Nobody can see what they do. Name a duty on one of their lines, or remove them.',
      lonely: findings.lonely,
      lonelyAdvice:
        'Nobody can stand in for them. Either that is so, or the same duty has two names: give it one name on the lines of both roles.',
      maybeOne: findings.maybeOne,
      maybeOneAdvice:
        'They share most of what they have. If they are one role, make one title an alternate title of the other.',
      pair: (share: string, duties: readonly string[]) => `${share} shared; both: ${list(duties)}`,
      neverToldApart: (groups: number) =>
        `${counted(groups, { one: 'group of roles is', other: 'groups of roles are' })} never told apart`,
      neverToldApartAdvice:
        'Every line that names one of them names the others, so that the documents give all of them the same duties. This is not a mistake; it shows what the documents do not say.',
      withoutSummary: (count: number) => `${counted(count, { one: 'role has', other: 'roles have' })} no summary`,
      withoutSummaryAdvice: 'A sentence says what a role is for, and the search finds the role by it.',
      more: (count: number) => `Show ${number(count)} more`,
      examined: (examined: number, all: number) =>
        `Of ${number(all)} roles, the ${number(examined)} with the fewest duties were looked at.`,
      how: 'How this is computed',
      explained: (share: string) => [
        'A role shares no duty if each of its duties is of this role alone.',
        `Two roles may be one if they share a duty, their overlap is at least ${share}, and some line tells them apart. The overlap is the weight of what both have, divided by the weight of all that one of them has: duties, categories, pillars and organization types, of which rare ones weigh more.`,
        'Of each role, the five closest roles are compared.',
      ],
      onCommandLine: 'Duties that may be the same under two names are in the report of the command line:',
      command: 'rolegraph validate CATALOG --report',
    },
    raci: {
      title: 'Who does it, and who answers for it',
      explained: 'The checks of a RACI table, whose activities are the duties of the catalog.',
      lines: (lines: number) => `Show ${counted(lines, nouns.line)}`,
      checks: {
        NOBODY_ACCOUNTABLE: 'Nobody answers for it',
        SEVERAL_ACCOUNTABLE: 'Several answer for it',
        ACCOUNTABLE_WITHOUT_RESPONSIBLE: 'Somebody answers for it, and nobody does it',
        NOBODY_RESPONSIBLE: 'Nobody does it',
      },
      fine: 'Fine',
      notChecked: 'Not checked',
      nobodyAccountable: 'The catalog names nobody accountable.',
      noDuties: 'The catalog names no duties.',
      howToAdd: 'How to add this',
      add: 'If a line says who answers for a duty, write this where the catalog names the role that the line is about:',
      addition: '{ responsibility: …, involvement: [ACCOUNTABLE] }',
      toDecide: (duties: number) => counted(duties, nouns.duty),
      noRole: 'No line names it.',
      /** What a role has to do with a duty. */
      involvement: {
        RESPONSIBLE: 'does it',
        ACCOUNTABLE: 'answers for it',
        CONSULTED: 'is asked before',
        INFORMED: 'is told',
      },
      moreRoles: (count: number) => `and ${number(count)} more`,
      moreDuties: (count: number) => `and ${number(count)} more; “rolegraph raci” lists all of them.`,
    },
    sources: {
      title: 'Where it is from',
      none: 'The catalog names no documents.',
      document: 'Document',
      file: 'File',
      places: 'Places that name a role',
      /** After their number. */
      placesOf: (places: number) => noun(places, { one: 'place names a role', other: 'places name a role' }),
    },
    editing: {
      title: 'Where to change it',
      files: 'A catalog is files that people review, so it is not edited on this page.',
      served: (files: readonly string[]) => `This server imports ${list(files)}.`,
      steps:
        'Edit the files, in a branch if they are in git, and have somebody review the change. Then import them, by hand or when the change is merged:',
      command: (address: string) => `rolegraph import our-roles/ --to ${address}`,
      save: 'Edit these files and save them: the server imports them at each save.',
      help: 'How to write a catalog',
    },
    facts: {
      name: 'Catalog',
      version: 'Version',
      revision: 'Revision',
      imported: 'Imported',
      importedBy: 'Imported by',
      sequence: 'Import number',
      store: 'Stored in',
      stores: { MEMORY: 'the embedded graph', NEO4J: 'Neo4j' },
      parts: 'Merged from',
      part: (name: string, version: string) => `${name} ${version}`,
    },
    tables: {
      findings: 'Findings',
      documents: 'Documents',
      slug: 'Id',
      kinds: {
        withoutDuties: 'Has no duty',
        lonely: 'Shares no duty with another role',
        maybeOne: 'May be one role under two titles',
        neverToldApart: 'Never told apart',
        withoutSummary: 'Has no summary',
      },
      finding: 'Finding',
      about: 'Role or duty',
      detail: 'Detail',
      facts: 'Facts',
      fact: 'Fact',
      value: 'Value',
    },
    empty: {
      title: 'The catalog has no roles yet',
      lead: 'Import a catalog, and this page shows it. Run one of these commands where the server runs:',
      own: 'rolegraph import OUR-CATALOG',
      ownSays: 'imports a folder of YAML files, a YAML file or a JSON document of your own.',
      shipped: 'rolegraph import shipped',
      shippedSays: 'imports the catalog that comes with Rolegraph, to look around.',
      then: 'The page says so when the import is there.',
    },
  },

  groups: {
    PILLAR: { one: 'pillar', other: 'pillars' },
    ORGANIZATION_TYPE: { one: 'organization type', other: 'organization types' },
    CATEGORY: nouns.category,
    TOPIC: nouns.topic,
  },

  takeAlong: {
    title: 'Take it along',
    asTable: 'Table',
    asPicture: 'Picture',
    asPage: 'Page',
    asQuery: 'Query',
    copyTable: 'Copy the table',
    excel: 'Excel',
    csv: 'CSV',
    svg: 'SVG',
    png: 'PNG',
    print: 'Print',
    copyLink: 'Copy the link',
    graphiql: 'Open in GraphiQL',
    showQuery: 'Show the query',
    copyQuery: 'Copy the query',
    copyVariables: 'Copy the variables',
    query: 'The query in GraphQL',
    variables: 'Its variables',
    /** Said where the variables cannot be in the address of GraphiQL. */
    pasteVariables:
      'The variables are not in the address of GraphiQL, because it would be too long or would name people. Copy them, and paste them there.',
    working: 'One moment …',
    copiedRows: (rows: number) => `Copied: ${counted(rows, nouns.row)}. Paste them into a sheet or a mail.`,
    copiedLink: 'Copied: the link to what you see.',
    copiedQuery: 'Copied: the query.',
    copiedVariables: 'Copied: the variables.',
    saved: (name: string) => `Saved: ${name}`,
    savedRows: (name: string, rows: number) => `Saved: ${name}, ${counted(rows, nouns.row)}.`,
    savedFirst: (name: string, rows: number, title: string, others: number) =>
      `Saved: ${name}, ${counted(rows, nouns.row)} of “${title}”. The Excel file has ${counted(others, { one: 'more table', other: 'more tables' })}.`,
    nothing: 'There is no row to take along.',
    byHand:
      'This browser does not let the page copy. Press Ctrl+C, or ⌘C on a Mac, to copy the text that is selected here.',
    byHandLabel: 'Text to copy',
    failed: (detail: string) => `That did not work. ${detail}`,
    unreachable: 'The server cannot be reached. Check your connection, and try again.',
    tryAgain: 'Try again.',
    changed: 'The catalog has just changed. Try again.',
    about: {
      /** The name of the sheet. */
      name: 'About',
      title: 'Title',
      date: 'Date',
      catalog: 'Catalog',
      version: 'Version',
      revision: 'Revision',
      address: 'Address',
      rows: (rows: number) => counted(rows, nouns.row),
    },
    /** The table of the board. */
    board: {
      title: 'Roles',
      role: 'Role',
      countOf: (groups: string) => `Number of ${groups.toLocaleLowerCase()}`,
      categories: 'Categories',
      dutyCount: 'Number of duties',
      duties: 'Duties',
    },
    /** On paper: e.g. "Printed 30 November 2026 from http://…". */
    printed: (date: string, address: string) => `Printed on ${date} from ${address}`,
  },

  states: {
    loading: 'Loading …',
    newerCatalog: ({ importCount, importedBy, counts }: NewerCatalog) => {
      if (importCount !== null && importCount > 1) {
        const last = importedBy === null ? '' : `; the last one by ${importedBy}`;
        return `A new catalog, after ${number(importCount)} imports${last}.`;
      }
      const by = importedBy === null ? '' : `imported by ${importedBy}`;
      const changes = counts === null ? [] : changesOf(counts);
      if (changes.length === 0) return by === '' ? 'A new catalog is here.' : `A new catalog, ${by}.`;
      return `A new catalog: ${[...changes, ...(by === '' ? [] : [by])].join(', ')}.`;
    },
    sessionEnded: 'You are not signed in any more. What is shown stays; anything else needs a sign-in.',
    signedOut: 'You are not signed in any more.',
    signedOutAdvice: 'Your token has expired, or you have signed out. After the sign-in, you are on this page again.',
    signIn: 'Sign in',
    look: 'Look',
    offline: 'You are offline. What is shown stays; anything else needs the server.',
    unreachable: 'The server cannot be reached.',
    unreachableAdvice: 'Look whether you are online, and whether the server runs.',
    refused: 'The server cannot answer this address.',
    failed: 'The server could not answer.',
    request: (id: string) => `Request ${id}: under this id, the log of the server has the details.`,
    retry: 'Try again',
    notDrawn: 'The picture could not be drawn.',
    unknown: 'There is nothing at this address.',
    toBoard: 'Go to the board',
  },
} as const;
