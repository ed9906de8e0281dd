import { counted, list, number } from './format.ts';

/*
 * Every text of the explorer but those of the catalog itself, and the sentences of pictures, which src/drawing makes. Nouns that are
 * counted have the forms that Intl.PluralRules names.
 */

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
    didYouMean: 'Did you mean …?',
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
      const all = counted(duties, { one: 'duty', other: 'duties' });
      if (only === 0) return `It has ${all}; each is done by another role, too.`;
      if (only === duties)
        return duties === 1
          ? `It has ${all}, which nobody else does.`
          : `It has ${all}, and nobody else does any of them.`;
      return `It has ${all}; ${only === 1 ? 'one of them' : `${number(only)} of them`} nobody else does.`;
    },
    statesNoDuty: 'The sources state no duty of it.',
    involved: (consulted: number, informed: number) => {
      const duties = (count: number) => counted(count, { one: 'duty', other: 'duties' });
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
    only: (count: number) => `Only it does: ${counted(count, { one: 'duty', other: 'duties' })}`,
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
    barsExplained: 'Bars compare these roles with each other; what few roles have counts for more.',
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
        `Something that n of the ${counted(roleCount, { one: 'role', other: 'roles' })} have counts ln(1 + ${number(roleCount)} ÷ n).`,
      lines: (count: number) => `It rests on ${counted(count, { one: 'line', other: 'lines' })} of the sources.`,
      neverToldApart: 'Every line that names one of them names the other: the sources do not tell them apart.',
    },
    topics: 'What its duties are about',
    together: 'What is often found with it',
    togetherExplained: 'The roles that are closest to it have these more often than others.',
    reason: 'Why',
    reasonOf: (label: string) => `Why ${label}`,
    noneRelated: 'Nothing is found more often with this role than with others.',
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
  },

  plan: {
    title: 'Plan',
  },

  team: {
    title: 'Team',
  },

  paths: {
    title: 'Paths',
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
    most: (steps: number) => `At most ${counted(steps, { one: 'step', other: 'steps' })}`,
    unknown: (given: string) => `The catalog has nothing that is called “${given}”.`,
    ambiguous: (given: string) => `Several things are called “${given}”.`,
    didYouMean: 'Did you mean …?',
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
      throughDuties: (steps: number) => `Through what roles do, in ${counted(steps, { one: 'step', other: 'steps' })}`,
      throughAny: (steps: number) => `Through anything, in ${counted(steps, { one: 'step', other: 'steps' })}`,
      more: (count: number) => `Up to ${number(count)} paths`,
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
        'Only the shortest paths are shown. Of these, the one through what is connected with least comes first, because it says most.',
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
  },

  groups: {
    PILLAR: { one: 'pillar', other: 'pillars' },
    ORGANIZATION_TYPE: { one: 'organization type', other: 'organization types' },
    CATEGORY: { one: 'category', other: 'categories' },
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
