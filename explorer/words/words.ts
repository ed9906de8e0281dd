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
    picking: {
      searching: 'Searching …',
      nothing: (text: string) => `Nothing is found for “${text}”. Try fewer or other words.`,
      failed: 'The search failed. Type again to try once more.',
      results: 'What was found',
    },
    working: 'Looking for the fewest people …',

    /** What a plan counts. */
    unit: {
      CATEGORY: { one: 'heading', other: 'headings' },
      RESPONSIBILITY: { one: 'duty', other: 'duties' },
      TOPIC: { one: 'topic', other: 'topics' },
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
      atMost: (count: number) => `at most ${counted(count, { one: 'seat', other: 'seats' })}`,
      noLimit: 'as many seats as needed',
      less: (count: number) => `At most ${counted(count, { one: 'seat', other: 'seats' })}: one less`,
      more: (count: number) => `At most ${counted(count, { one: 'seat', other: 'seats' })}: one more`,
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
    dutyCount: { one: 'duty', other: 'duties' },
    lineCount: { one: 'line', other: 'lines' },
    noDuties: 'The line states no duty.',
    standIns: 'Could stand in',
    noStandIns: 'Nobody else could stand in.',
    /** Behind the name of somebody who could stand in. */
    loses: (lost: number, count: number) => {
      if (lost === 0) return '(loses nothing)';
      if (lost < count) return `(loses ${counted(lost, { one: 'duty', other: 'duties' })} of ${number(count)})`;
      return count === 1 ? '(loses that duty)' : `(loses these ${number(count)} duties)`;
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
      people: { one: 'person', other: 'people' },
      toBest: 'Show that plan',
    },

    jumps: 'On this page',
    coverage: 'What is covered',
    coverageExplained: 'Bars show how many of the duties under a heading somebody invited does.',
    /** How much of a heading is done, for those who do not see the bar. */
    done: (covered: number, count: number) =>
      `${number(covered)} of ${counted(count, { one: 'duty', other: 'duties' })}`,
    nobodyCovers: (items: string) => `Nobody invited covers ${items}`,
    nobodyDoes: (count: number) => `Nobody invited does this: ${counted(count, { one: 'duty', other: 'duties' })}`,
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
        `${counted(count, { one: 'role does', other: 'roles do' })} something in ${groups} that no other role there does.`,
      someAtAll: (count: number) =>
        `${counted(count, { one: 'role does', other: 'roles do' })} something that no other role of the catalog does.`,
      note: 'This says as much about the words of the sources as about people: what they word in a way of its own has one role.',
      invited: 'invited',
    },

    agenda: {
      print: 'Agenda to print',
      who: 'Who',
      why: 'Why',
      only: 'Nobody else here does',
      standIns: 'Could stand in',
      nobody: 'nobody',
      open: (count: number) =>
        `What remains open: nobody invited does ${count === 1 ? 'this' : `these ${number(count)}`}`,
      nothingOpen: 'Nothing remains open: somebody invited does every duty.',
    },
    moreInvites: (count: number) =>
      `${counted(count, { one: 'more role is', other: 'more roles are' })} invited; the table has all of them.`,

    team: {
      none: 'There is no team yet.',
      roles: (roles: string) => `They have ${roles} of the plan.`,
      fewest: 'No fewer roles of your team cover as much.',
      noStandIns: 'Nobody else in your team could stand in.',
      toTeam: 'Type or paste your team',
      all: 'Invite anybody',
      several: (name: string, seats: readonly string[]) =>
        `${name} has the roles of seats ${list(seats)}, and can take them all.`,
    },
    computed: 'How this is computed',
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
