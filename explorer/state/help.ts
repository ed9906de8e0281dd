/*
 * Pages of the documentation that the explorer leads to. The server has them at /docs/; they are made of the files in docs/, and the
 * part after # is that of a heading.
 */
export const helpPages = {
  ROLE_OVERLAP: 'docs/overlap#two-roles',
  GROUP_OVERLAP: 'docs/overlap#groups-of-roles',
  NO_OVERLAP: 'docs/faq#why-do-two-roles-not-overlap',
  PLAN: 'docs/analysis#invite-plans',
  COVERAGE: 'docs/analysis#coverage-and-single-points-of-failure',
  CHANGES: 'docs/analysis#changes',
  HATS: 'docs/analysis#distributing-roles',
  PATHS: 'docs/analysis#paths',
  GRAIN: 'docs/catalog-reference#choosing-the-grain',
  RACI: 'docs/catalog-reference#who-is-accountable-consulted-and-informed',
  OWN_CATALOG: 'docs/catalog',
  QUOTES: 'docs/catalog-reference#quotes-from-the-documents',
  PRIVACY: 'docs/privacy#what-the-server-gets-about-a-team',
} as const;

/** What a page of the documentation explains. */
export type HelpTopic = keyof typeof helpPages;
