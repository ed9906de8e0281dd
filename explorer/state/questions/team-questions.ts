import type { ResultOf, VariablesOf } from 'gql.tada';
import { isSearchable, maxQueryLength } from '../../../src/graph/search/searchable-text.ts';
import { Answers } from '../answers.ts';
import { type AskedTeam, indexOfSent } from '../asked-team.ts';
import { type Answer, askGraphql, textOf } from '../ask.ts';
import { Failure } from '../failure.ts';
import { graphql } from '../graphql.ts';

const rolesQuery = graphql(`
  query TeamRoles($ids: [ID!]!) {
    catalog {
      revision
    }
    nodes(ids: $ids) {
      id
      ... on Role {
        slug
        label
        pillars {
          id
        }
      }
    }
  }
`);

/** A role of a team. */
export interface TeamRole {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly pillars: readonly { readonly id: string }[];
}

/** The roles with some ids, by these. Those that the catalog does not have are left out. */
export const teamRoleAnswers = new Answers<readonly string[], ReadonlyMap<string, TeamRole>>(async (ids, signal) => {
  const { data, revision } = await askGraphql(rolesQuery, { ids: [...ids] }, signal);
  const roles = new Map<string, TeamRole>();
  for (const [index, node] of data.nodes.entries()) {
    const asked = ids[index];
    // An id that was replaced leads to a role with another one.
    if (node !== null && 'slug' in node && asked !== undefined) roles.set(asked, node);
  }
  return { data: roles, revision };
});

const titleQuery = graphql(`
  query RoleTitle($title: String!) {
    catalog {
      revision
    }
    role(by: { title: $title }) {
      id
      label
    }
    search(query: $title, first: 5, kinds: [ROLE]) {
      edges {
        label
        node {
          id
        }
      }
    }
  }
`);

const searchTitleQuery = graphql(`
  query SearchTitle($title: String!) {
    catalog {
      revision
    }
    search(query: $title, first: 5, kinds: [ROLE]) {
      edges {
        label
        node {
          id
        }
      }
    }
  }
`);

/** What a title may mean. */
export interface TitleMeaning {
  /** Null if no role has the title, or several have. */
  readonly role: { readonly id: string; readonly label: string } | null;
  /** The roles that come closest. */
  readonly close: readonly { readonly id: string; readonly label: string }[];
}

/** What the catalog knows by a title. */
export async function meaningOf(title: string, signal: AbortSignal): Promise<TitleMeaning> {
  if (!isSearchable(title)) return { role: null, close: [] };
  try {
    const { data } = await askGraphql(titleQuery, { title }, signal);
    return { role: data.role, close: closeIn(data.search) };
  } catch (error) {
    if (!(error instanceof Failure && error.kind === 'REFUSED')) throw error;
    // Several roles have the title.
    const { data } = await askGraphql(searchTitleQuery, { title }, signal);
    return { role: null, close: closeIn(data.search) };
  }
}

function closeIn({ edges }: ResultOf<typeof searchTitleQuery>['search']): TitleMeaning['close'] {
  return edges.map(({ label, node }) => ({ id: node.id, label }));
}

/** The roles that come closest to a title that no role has. */
export const closeRoleAnswers = new Answers<string, TitleMeaning['close']>(async (title, signal) => {
  const { data, revision } = await askGraphql(searchTitleQuery, { title: title.slice(0, maxQueryLength) }, signal);
  return { data: closeIn(data.search), revision };
});

const coverQuery = graphql(`
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
            label
            carrierCount
            group {
              label
            }
            carriers(first: 4) {
              nodes {
                slug
                label
              }
            }
            node {
              id
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
            label
            carrierCount
            group {
              label
            }
            people {
              name
            }
            fullTimeEquivalent
            node {
              id
            }
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
          role {
            id
            slug
            label
          }
          adds {
            responsibilities(first: 100) {
              totalCount
              edges {
                label
              }
            }
          }
        }
      }
    }
  }
`);

/** The query for what a team covers, which people open in GraphiQL. */
export const coverQueryText = textOf(coverQuery);

/** What is asked about a team and some groups. */
export interface CoverQuestion extends AskedTeam {
  /** Everything if empty. */
  readonly of: readonly string[];
}

/** The variables of a question about some groups, of which none stand for the whole catalog. */
export function coverVariables({ staff, absent, of }: CoverQuestion) {
  return {
    staff: staff.map((person) => ({ ...person, roles: [...person.roles] })),
    ...(absent.length > 0 && { absent: [...absent] }),
    ...(of.length > 0 && { of: [...of] }),
  };
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
  readonly additions: Coverage['additions']['nodes'];
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
  const groupOf = (group: { readonly label: string } | null) => (isOfSeveral ? (group?.label ?? null) : null);
  return [
    ...uncovered.responsibilities.edges.map(({ label, carrierCount, group, carriers, node }) => ({
      id: node.id,
      label,
      group: groupOf(group),
      people: [],
      absent: absent.get(`${node.id} ${group?.label}`) ?? [],
      elsewhere: elsewhere.get(node.id) ?? [],
      fullTime: 0,
      roleCount: carrierCount,
      roles: carriers.nodes,
    })),
    ...covered.responsibilities.edges.map(({ label, carrierCount, group, people, fullTimeEquivalent, node }) => ({
      id: node.id,
      label,
      group: groupOf(group),
      people: indexes(people),
      absent: [],
      elsewhere: [],
      fullTime: fullTimeEquivalent ?? 0,
      roleCount: carrierCount,
      roles: [],
    })),
  ];
}

const leaveQuery = graphql(`
  query TeamWithout($input: WhatIfInput!) {
    catalog {
      revision
    }
    whatIf(input: $input) {
      lost {
        responsibilities {
          totalCount
        }
        categories(first: 20) {
          nodes: edges {
            label
          }
        }
      }
      newlySingle {
        responsibilities(first: 100) {
          totalCount
          edges {
            label
            people {
              name
            }
            node {
              id
            }
          }
        }
      }
      handover(first: 100) {
        totalCount
        edges {
          node {
            responsibility {
              id
              name
            }
            successors {
              nearness
              reason
              position {
                person {
                  name
                }
              }
            }
          }
        }
      }
      hires(first: 5) {
        nodes {
          role {
            id
            slug
            label
          }
          adds {
            responsibilities(first: 100) {
              totalCount
              edges {
                label
              }
            }
          }
        }
      }
    }
  }
`);

/** The query for what is lost with somebody, which people open in GraphiQL. */
export const leaveQueryText = textOf(leaveQuery);

export interface LeaveQuestion extends CoverQuestion {
  readonly leave: readonly string[];
}

export function leaveVariables(question: LeaveQuestion) {
  // Whoever leaves cannot be absent, too.
  const absent = question.absent.filter((name) => !question.leave.includes(name));
  return { input: { ...coverVariables({ ...question, absent }), leave: [...question.leave] } };
}

export type Leaving = ResultOf<typeof leaveQuery>['whatIf'];
export type HandedOver = Leaving['handover']['edges'][number]['node'];

/** What is lost if some people leave, and who is closest to it. */
export const leaveAnswers = new Answers<LeaveQuestion, Leaving>(async (question, signal) => {
  const { data, revision } = await askGraphql(leaveQuery, leaveVariables(question), signal);
  return { data: data.whatIf, revision };
});

const hatsQuery = graphql(`
  query Hats($of: [ID!]!, $people: Int, $staff: [TeamMemberInput!], $absent: [String!], $keepApart: [KeepApartInput!]) {
    catalog {
      revision
    }
    hats(of: $of, people: $people, staff: $staff, absent: $absent, keepApart: $keepApart) {
      optimal
      hasEvenLoads
      cohesion
      roleCount
      unassignedPeople
      persons {
        number
        name
        headline
        roles {
          role {
            id
            slug
            label
            pillars {
              id
            }
          }
          isGiven
          reason
        }
      }
      separations {
        sentence
      }
    }
    ofGroups: roles(filter: { inAny: $of }) {
      totalCount
    }
  }
`);

/** The query that spreads roles over people, which people open in GraphiQL. */
export const hatsQueryText = textOf(hatsQuery);

export interface HatsQuestion {
  readonly of: readonly string[];
  readonly people: number | null;
  /** Those who keep the roles that they have; null if nobody does. */
  readonly team: AskedTeam | null;
  readonly apart: readonly (readonly [string, string])[];
}

export function hatsVariables({ of, people, team, apart }: HatsQuestion) {
  return {
    of: [...of],
    ...(people !== null && { people }),
    ...(team !== null && {
      staff: team.staff.map((person) => ({ ...person, roles: [...person.roles] })),
      ...(team.absent.length > 0 && { absent: [...team.absent] }),
    }),
    ...(apart.length > 0 && { keepApart: apart.map(([one, other]) => ({ roles: [one], from: [other] })) }),
  };
}

type FoundHats = ResultOf<typeof hatsQuery>['hats'];
export type Hat = FoundHats['persons'][number];

export interface HatsAnswer extends FoundHats {
  /** How many of the roles are in the groups; the others are those that people have already. */
  readonly ofGroups: number;
}

/** The roles of some groups, spread over people. */
export const hatsAnswers = new Answers<HatsQuestion, HatsAnswer>(async (question, signal) => {
  const { data, revision } = await askGraphql(hatsQuery, hatsVariables(question), signal);
  return { data: { ...data.hats, ofGroups: data.ofGroups.totalCount }, revision };
});
