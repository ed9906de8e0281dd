import { counted, list, noun, number } from './format.ts';

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
    loading: 'What the catalog has, and what needs attention',
    /** E.g. "138 roles from 3 documents; 6 need attention". */
    headline: (roles: number, documents: number, attention: number, areAllExamined: boolean) => {
      const from = documents === 0 ? '' : ` from ${counted(documents, { one: 'document', other: 'documents' })}`;
      const atLeast = areAllExamined ? '' : 'at least ';
      const need =
        attention === 0
          ? 'none needs attention'
          : `${atLeast}${number(attention)} ${attention === 1 ? 'needs' : 'need'} attention`;
      return `${counted(roles, { one: 'role', other: 'roles' })}${from}; ${need}`;
    },
    counting: (roles: number, documents: number) =>
      documents === 0
        ? counted(roles, { one: 'role', other: 'roles' })
        : `${counted(roles, { one: 'role', other: 'roles' })} from ${counted(documents, { one: 'document', other: 'documents' })}`,
    /** The sentences below the title. */
    lead: {
      withoutDuties: (count: number) => `${counted(count, { one: 'role has', other: 'roles have' })} no duty.`,
      lonely: (count: number) =>
        `${counted(count, { one: 'role shares', other: 'roles share' })} no duty with another role.`,
      maybeOne: (pairs: number) =>
        `${counted(pairs, { one: 'pair', other: 'pairs' })} may be one role under two titles.`,
      noDuties: 'The catalog names no duties, so that roles share no more than their categories.',
      decide: (duties: number) => `${counted(duties, { one: 'duty needs', other: 'duties need' })} a decision.`,
      nothing: 'Every role has a duty, shares one with another role, and can be told apart.',
    },
    counts: {
      title: 'What the catalog has',
      roles: { one: 'role', other: 'roles' },
      inSeveral: 'in several pillars',
      categories: { one: 'category', other: 'categories' },
      duties: { one: 'duty', other: 'duties' },
      topics: { one: 'topic', other: 'topics' },
      /** A line with three roles is three places. */
      places: { one: 'place that names a role', other: 'places that name a role' },
      perGroup: 'Roles of each',
    },
    health: {
      title: 'What needs attention',
      none: 'Nothing was found.',
      failed: 'What needs attention is not known.',
      withoutDuties: (count: number) => `${counted(count, { one: 'role has', other: 'roles have' })} no duty`,
      withoutDutiesAdvice: 'Nobody can see what they do. Name a duty on one of their lines, or remove them.',
      lonely: (count: number) =>
        `${counted(count, { one: 'role shares', other: 'roles share' })} no duty with another role`,
      lonelyAdvice:
        'Nobody can stand in for them. Either that is so, or the same duty has two names: give it one name on the lines of both roles.',
      maybeOne: (pairs: number) =>
        `${counted(pairs, { one: 'pair', other: 'pairs' })} may be one role under two titles`,
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
      lines: (lines: number) => `Show ${counted(lines, { one: 'line', other: 'lines' })}`,
      checks: {
        NOBODY_ACCOUNTABLE: 'Nobody answers for it',
        SEVERAL_ACCOUNTABLE: 'Several answer for it',
        ACCOUNTABLE_WITHOUT_RESPONSIBLE: 'Somebody answers for it, and nobody does it',
        NOBODY_RESPONSIBLE: 'Nobody does it',
      },
      fine: 'Fine',
      notChecked: 'Not checked',
      toDecide: (duties: number) => counted(duties, { one: 'duty', other: 'duties' }),
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
    facts: {
      name: 'Catalog',
      version: 'Version',
      revision: 'Revision',
      imported: 'Imported',
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
    CATEGORY: { one: 'category', other: 'categories' },
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
    copiedRows: (rows: number) =>
      `Copied: ${counted(rows, { one: 'row', other: 'rows' })}. Paste them into a sheet or a mail.`,
    copiedLink: 'Copied: the link to what you see.',
    copiedQuery: 'Copied: the query.',
    copiedVariables: 'Copied: the variables.',
    saved: (name: string) => `Saved: ${name}`,
    savedRows: (name: string, rows: number) => `Saved: ${name}, ${counted(rows, { one: 'row', other: 'rows' })}.`,
    savedFirst: (name: string, rows: number, title: string, others: number) =>
      `Saved: ${name}, ${counted(rows, { one: 'row', other: 'rows' })} of “${title}”. The Excel file has ${counted(others, { one: 'more table', other: 'more tables' })}.`,
    nothing: 'There is no row to take along.',
    byHand:
      'This browser does not let the page copy. Press Ctrl+C, or ⌘C on a Mac, to copy the text that is selected here.',
    byHandLabel: 'Text to copy',
    close: 'Close',
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
      rows: (rows: number) => counted(rows, { one: 'row', other: 'rows' }),
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
