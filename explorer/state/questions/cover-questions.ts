import type { ResultOf, VariablesOf } from 'gql.tada';
import { Answers } from '../answers.ts';
import { type AskedTeam, indexOfSent } from '../asked-team.ts';
import { type Answer, askGraphql, textOf } from '../ask.ts';
import { Failure } from '../failure.ts';
import { graphql } from '../graphql.ts';
import { type Addition, additionFields } from './addition-fields.ts';
import { teamVariables } from './team-questions.ts';

/** What all lists of duties have of each. */
const dutyFields = graphql(`
  fragment Duty on CoverageItemEdge {
    label
    carrierCount
    group {
      label
    }
    node {
      id
    }
  }
`);

const coverQuery = graphql(
  `
    query TeamCoverage($staff: [TeamMemberInput!]!, $absent: [String!], $of: [ID!], $open: String, $done: String) {
      catalog {
        revision
      }
      coverage(staff: $staff, absent: $absent, of: $of) {
        shares {
          responsibilities
        }
        uncovered {
          categories(first: 100) {
            edges {
              label
              node {
                id
              }
            }
          }
          responsibilities(first: 100, after: $open) {
            totalCount
            edges {
              ...Duty
              carriers(first: 4) {
                nodes {
                  slug
                  label
                }
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
        covered {
          responsibilities(first: 100, after: $done) {
            totalCount
            edges {
              ...Duty
              people {
                name
              }
              fullTimeEquivalent
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
        onlyAbsent {
          responsibilities(first: 100) {
            edges {
              group {
                label
              }
              people {
                name
              }
              node {
                id
              }
            }
          }
        }
        fromCatalog {
          adds {
            responsibilities(first: 100) {
              edges {
                people {
                  name
                }
                node {
                  id
                }
              }
            }
          }
        }
        groups {
          group {
            id
            label
          }
          covered {
            responsibilities {
              totalCount
            }
          }
          uncovered {
            responsibilities {
              totalCount
            }
          }
        }
        additions(first: 6) {
          nodes {
            ...Addition
          }
        }
      }
    }
  `,
  [dutyFields, additionFields],
);

/** The query for what a team covers, which people open in GraphiQL. */
export const coverQueryText = textOf(coverQuery);

/** What is asked about a team and some groups. */
export interface CoverQuestion extends AskedTeam {
  /** Everything if empty. */
  readonly of: readonly string[];
}

/** The variables of a question about some groups, of which none stand for the whole catalog. */
export function coverVariables({ of, ...team }: CoverQuestion) {
  return { ...teamVariables(team), ...(of.length > 0 && { of: [...of] }) };
}

/** A duty that the team is to cover. */
export interface CoverDuty {
  readonly id: string;
  readonly label: string;
  /** The group that has it, if several were asked for. */
  readonly group: string | null;
  /** Who does it, as places in the team. */
  readonly people: readonly number[];
  /** Who would do it, and is absent. */
  readonly absent: readonly number[];
  /** Who does the same, but not in the groups that were asked for. */
  readonly elsewhere: readonly number[];
  /** How many full-time people do it at most. */
  readonly fullTime: number;
  /** How many roles do it, of the team or not. */
  readonly roleCount: number;
  /** Some of them, for duties that nobody does. */
  readonly roles: readonly { readonly slug: string; readonly label: string }[];
}

type Coverage = ResultOf<typeof coverQuery>['coverage'];

/** What a team covers. */
export interface Cover {
  readonly duties: readonly CoverDuty[];
  /** How many there are; more than are listed in a very large catalog. */
  readonly dutyCount: number;
  readonly openCount: number;
  /** Headings under which nobody of the team stands. */
  readonly headings: readonly { readonly id: string; readonly label: string }[];
  readonly groups: Coverage['groups'];
  readonly additions: readonly Addition[];
}

/** Duties come in pages of a hundred, of which no more than this are asked for. */
const mostPages = 20;
/** Of duties that nobody does, fewer are enough: nobody reads thousands, and groups have fewer. */
const mostOpenPages = 5;

/** What a team covers of some groups, and what it does not. */
export const coverAnswers = new Answers<CoverQuestion, Cover>(async (question, signal) => {
  const variables = coverVariables(question);
  const duties: CoverDuty[] = [];
  let last: Answer<ResultOf<typeof coverQuery>> | undefined;
  let open: string | null = null;
  let done: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    last = await coverPage({ ...variables, open, done }, signal);
    const { coverage } = last.data;
    duties.push(...dutiesIn(coverage, question.of.length > 1));
    const uncovered = coverage.uncovered.responsibilities.pageInfo;
    const covered = coverage.covered.responsibilities.pageInfo;
    open = uncovered.endCursor ?? open;
    done = covered.endCursor ?? done;
    if (!covered.hasNextPage && (!uncovered.hasNextPage || page + 1 >= mostOpenPages)) break;
  }
  if (last === undefined) throw new Failure('FAILED', '', null);
  const { coverage } = last.data;
  const openCount = coverage.uncovered.responsibilities.totalCount;
  return {
    revision: last.revision,
    data: {
      duties,
      dutyCount: openCount + coverage.covered.responsibilities.totalCount,
      openCount,
      headings: coverage.uncovered.categories.edges.map(({ label, node }) => ({ id: node.id, label })),
      groups: coverage.groups,
      additions: coverage.additions.nodes,
    },
  };
});

function coverPage(
  variables: VariablesOf<typeof coverQuery>,
  signal: AbortSignal,
): Promise<Answer<ResultOf<typeof coverQuery>>> {
  return askGraphql(coverQuery, variables, signal);
}

function dutiesIn({ uncovered, covered, onlyAbsent, fromCatalog }: Coverage, isOfSeveral: boolean): CoverDuty[] {
  const indexes = (people: readonly { readonly name: string }[]) => people.map(({ name }) => indexOfSent(name));
  const absent = new Map(
    onlyAbsent.responsibilities.edges.map(({ node, group, people }) => [`${node.id} ${group?.label}`, indexes(people)]),
  );
  const elsewhere = new Map(
    fromCatalog.adds.responsibilities.edges.map(({ node, people }) => [node.id, indexes(people)]),
  );
  const duty = ({ label, carrierCount, group, node }: ResultOf<typeof dutyFields>) => ({
    id: node.id,
    label,
    group: isOfSeveral ? (group?.label ?? null) : null,
    roleCount: carrierCount,
  });
  return [
    ...uncovered.responsibilities.edges.map((edge) => ({
      ...duty(edge),
      people: [],
      absent: absent.get(`${edge.node.id} ${edge.group?.label}`) ?? [],
      elsewhere: elsewhere.get(edge.node.id) ?? [],
      fullTime: 0,
      roles: edge.carriers.nodes,
    })),
    ...covered.responsibilities.edges.map((edge) => ({
      ...duty(edge),
      people: indexes(edge.people),
      absent: [],
      elsewhere: [],
      fullTime: edge.fullTimeEquivalent ?? 0,
      roles: [],
    })),
  ];
}
