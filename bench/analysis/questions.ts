import { z } from 'zod';
import type { GraphqlRequest } from '../operations/operation.ts';
import type { Contestant } from '../servers/contestant.ts';

/** The subjects of the questions: the largest of the catalog, so that the questions are hard. */
export interface People {
  readonly pillars: readonly string[];
  readonly organizationTypes: readonly string[];
  /** Those with most responsibilities. */
  readonly team: readonly string[];
  /** Two that do little. */
  readonly pair: readonly [string, string];
  readonly responsibility: string;
}

/** The measured queries, each with the fields that a reader looks at first. */
export interface Question {
  readonly name: string;
  /** Whether it searches for a plan, which may take longer. */
  readonly isPlan?: true;
  readonly ask: (people: People) => GraphqlRequest;
}

const ids = z.array(z.object({ id: z.string() })).transform((nodes) => nodes.map(({ id }) => id));
const page = z.object({ nodes: ids }).transform(({ nodes }) => nodes);
const subjects = z.object({ pillars: ids, organizationTypes: ids, most: page, least: page, responsibilities: page });

/** Queries a server for the subjects of the questions. */
export async function peopleOf(server: Contestant): Promise<People> {
  const query = `{
    pillars { id }
    organizationTypes { id }
    most: roles(first: 8, orderBy: { field: RESPONSIBILITY_COUNT, direction: DESC }) { nodes { id } }
    least: roles(first: 2, orderBy: { field: RESPONSIBILITY_COUNT }) { nodes { id } }
    responsibilities(first: 1) { nodes { id } }
  }`;
  const { data } = await server.ask(server.graphql({ query }));
  const { pillars, organizationTypes, most, least, responsibilities } = subjects.parse(data);
  const pair = z.tuple([z.string(), z.string()]).parse(least);
  return { pillars, organizationTypes, team: most, pair, responsibility: z.string().parse(responsibilities[0]) };
}

const by = (roles: readonly string[]) => roles.map((id) => ({ id }));

export const questions: readonly Question[] = [
  {
    name: 'intersections of all pillars',
    ask: () => ({
      query: `{ intersections { groups { id } exclusiveRoleCount sharedRoleCount roles(first: 5, exclusive: true) { nodes { title } } } }`,
      variables: {},
    }),
  },
  {
    name: 'intersections of all categories',
    ask: () => ({
      query: `{ intersections(kind: CATEGORY, minRoles: 2) { groups { id } exclusiveRoleCount sharedRoleCount } }`,
      variables: {},
    }),
  },
  {
    name: 'coverage of a team of eight, and what one more would add',
    ask: ({ team }) => ({
      query: `query ($roles: [RoleBy!]!) { coverage(roles: $roles) {
        shares { responsibilities }
        groups { group { name } shares { responsibilities } covered { itemCount } uncovered { itemCount } }
        additions(first: 10) { totalCount nodes { role { title } gain adds { itemCount } } }
      } }`,
      variables: { roles: by(team) },
    }),
  },
  {
    name: 'single points of the whole catalog',
    ask: () => ({
      query: `{ singlePoints { totalCount nodes { roles { title } criticality items { itemCount responsibilities { edges { label appearances { source { line } } } } } } } }`,
      variables: {},
    }),
  },
  {
    name: 'what if one leaves and two become one',
    ask: ({ team: [first, second, third] }) => ({
      query: `query ($input: WhatIfInput!) { whatIf(input: $input) {
        lost { itemCount } newlySingle { itemCount } noLongerSingle { itemCount }
        before { coverage { shares { responsibilities } } singlePoints(first: 5) { totalCount nodes { roles { title } criticality } } }
        after { coverage { shares { responsibilities } } singlePoints(first: 5) { totalCount nodes { roles { title } criticality } } }
      } }`,
      variables: { input: { remove: [{ id: first }], merge: [[{ id: second }, { id: third }]] } },
    }),
  },
  {
    name: 'comparison of six roles',
    ask: ({ team }) => ({
      query: `query ($of: [RoleBy!]!) { compareRoles(of: $of) {
        shared { topics { name } }
        distinct { role { title } traits { categories { name } responsibilities { name } } }
        overlaps { score roles { title } }
      } }`,
      variables: { of: by(team.slice(0, 6)) },
    }),
  },
  {
    name: 'comparison of eight groups',
    ask: ({ pillars, organizationTypes }) => ({
      query: `query ($of: [ID!]!) { compareGroups(of: $of) {
        overlap { sharedRoleCount }
        matrix { sharedRoleCount jaccard }
        sharedResponsibilities { totalCount }
        distinct { group { name } roles { totalCount } responsibilities { totalCount } }
      } }`,
      variables: { of: [...pillars, ...organizationTypes].slice(0, 8) },
    }),
  },
  ...(['CATEGORY', 'RESPONSIBILITY', 'TOPIC'] as const).map((unit): Question => ({
    name: `plan for two pillars by ${unit.toLowerCase()}`,
    isPlan: true,
    ask: ({ pillars }) => plan({ cover: pillars.slice(0, 2), by: unit }),
  })),
  {
    name: 'plan of five invites for two pillars by topic',
    isPlan: true,
    ask: ({ pillars }) => plan({ cover: pillars.slice(0, 2), by: 'TOPIC', maxInvites: 5 }),
  },
  {
    name: 'plan for all pillars by category',
    isPlan: true,
    ask: ({ pillars }) => plan({ cover: pillars, by: 'CATEGORY' }),
  },
  {
    name: 'roles of two pillars shared among five people',
    isPlan: true,
    ask: ({ pillars }) => ({
      query: `query ($of: [ID!]!) { hats(people: 5, of: $of, assign: PLAN) {
        cohesion upperBound optimal roleCount persons { number cohesion roles { role { title } reason } }
      } }`,
      variables: { of: pillars.slice(0, 2) },
    }),
  },
  {
    name: 'paths between two roles that do little',
    ask: ({ pair: [from, to] }) => ({
      query: `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 6) {
        truncated paths { length rarity sentence edges { id appearances { id } } }
      } }`,
      variables: { from, to },
    }),
  },
  ...(['a pillar', 'a role', 'a responsibility'] as const).map((what): Question => ({
    name: `nodes related to ${what}`,
    ask: ({ pillars, team, responsibility }) => ({
      query: `query ($to: ID!) { related(to: $to) { totalCount edges { label score reason } } }`,
      variables: { to: { 'a pillar': pillars[0], 'a role': team[0], 'a responsibility': responsibility }[what] },
    }),
  })),
  {
    name: 'roles by specificity, with all facets',
    ask: () => ({
      query: `{ roles(orderBy: { field: SPECIFICITY, direction: DESC }) {
        nodes { title specificity }
        facets {
          pillars { group { name } roleCount } organizationTypes { group { name } roleCount }
          categories { group { name } roleCount } topics { topic { name } roleCount }
        }
      } }`,
      variables: {},
    }),
  },
];

function plan(input: Readonly<Record<string, unknown>>): GraphqlRequest {
  const query = `query ($input: InvitePlanInput!) { invitePlan(input: $input) {
    optimal lowerBound upperBound coveredCount itemCount
    invites(first: 100) {
      totalCount
      edges { node { title } adds { edges { label appearances { source { line } } } } alternates(first: 3) { totalCount nodes { title } } }
    }
  } }`;
  return { query, variables: { input } };
}
