import type { ResultOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { type Answer, askGraphql, textOf } from '../ask.ts';
import { graphql } from '../graphql.ts';
import { evidenceFields } from './evidence-fields.ts';

const raciRows = graphql(
  `
    fragment Rows on RaciRowConnection {
      totalCount
      nodes {
        responsibility {
          id
          name
        }
        roles(first: 20) {
          totalCount
          edges {
            involvement
            node {
              slug
              label
            }
            lines(first: 3) {
              appearance {
                ...Evidence
              }
            }
          }
        }
      }
    }
  `,
  [evidenceFields],
);

const catalogQuery = graphql(
  `
    query Catalog {
      catalog {
        revision
        name
        version
        sequence
        importedAt
        importedBy
        store
        roleCount
        responsibilityCount
        appearanceCount
        parts {
          name
          version
          sources {
            slug
          }
        }
        sources {
          slug
          title
          document
          url
          appearanceCount
        }
      }
      categories {
        id
      }
      inSeveral: roles(filter: { pillarCount: { min: 2 } }) {
        totalCount
      }
      raci {
        checks {
          check
          isChecked
          activityCount
          message
        }
        nobodyAccountable: rows(first: 25, findings: [NOBODY_ACCOUNTABLE]) {
          ...Rows
        }
        severalAccountable: rows(first: 25, findings: [SEVERAL_ACCOUNTABLE]) {
          ...Rows
        }
        accountableWithoutResponsible: rows(first: 25, findings: [ACCOUNTABLE_WITHOUT_RESPONSIBLE]) {
          ...Rows
        }
        nobodyResponsible: rows(first: 25, findings: [NOBODY_RESPONSIBLE]) {
          ...Rows
        }
      }
    }
  `,
  [raciRows],
);

/** The query of the page about the catalog, which people open in GraphiQL. */
export const catalogQueryText = textOf(catalogQuery);

export type CatalogFacts = ResultOf<typeof catalogQuery>;
export type RaciCheck = CatalogFacts['raci']['checks'][number];
export type RaciRow = ResultOf<typeof raciRows>['nodes'][number];

/** What the catalog has, where it is from, and what the checks of its RACI table have found. */
export const catalogAnswers = new Answers<'CATALOG', CatalogFacts>((_, signal) => askGraphql(catalogQuery, {}, signal));

const healthQuery = graphql(`
  query Health($after: String) {
    catalog {
      revision
    }
    roles(orderBy: { field: RESPONSIBILITY_COUNT }, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        slug
        label
        summary
        pillars {
          id
        }
        responsibilities(first: 100) {
          totalCount
          nodes {
            roleCount
          }
        }
        overlaps(first: 5) {
          edges {
            node {
              id
              slug
              label
              pillars {
                id
              }
            }
            overlap {
              score
              neverToldApart
              sharedResponsibilities {
                name
              }
            }
          }
        }
      }
    }
  }
`);

type HealthPage = ResultOf<typeof healthQuery>;
export type ExaminedRole = HealthPage['roles']['nodes'][number];

/** Roles with all by which something can be wrong with them. */
export interface ExaminedRoles {
  /** Those with the fewest duties first. */
  readonly roles: readonly ExaminedRole[];
  /** How many roles the catalog has, of which the first ones were examined. */
  readonly roleCount: number;
}

/** How many pages of 100 roles are asked for. In larger catalogs, those with the fewest duties are examined. */
const mostPages = 10;

/** The roles of the catalog, or 1,000 of them. */
export const healthAnswers = new Answers<'HEALTH', ExaminedRoles>(async (_, signal): Promise<Answer<ExaminedRoles>> => {
  const pages: HealthPage[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const { data, revision }: Answer<HealthPage> = await askGraphql(healthQuery, { after }, signal);
    const isOther = pages.some((each) => each.catalog.revision !== revision);
    // Pages of two catalogs are no answer: the revision of the last one makes the page ask again.
    pages.push(data);
    if (isOther || !data.roles.pageInfo.hasNextPage) break;
    after = data.roles.pageInfo.endCursor;
  }
  return {
    data: { roles: pages.flatMap(({ roles }) => roles.nodes), roleCount: pages.at(-1)?.roles.totalCount ?? 0 },
    revision: pages.at(-1)?.catalog.revision ?? '',
  };
});
