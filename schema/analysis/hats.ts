import { intersectionOf } from '../../src/collections/intersection.ts';
import {
  assignedHats,
  categoriesCarried,
  checkPeople,
  mostPeople,
  mostRoles,
  rolesOf,
  type Hats,
  type Person,
} from '../../src/analysis/hats/assigned-hats.ts';
import type { CoverageItem } from '../../src/analysis/coverage/coverage-item.ts';
import { invitePlan } from '../../src/analysis/invites/invite-plan.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { Category, Role } from '../../src/graph/nodes/node.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import { builder } from '../builder.ts';
import { namedRoles, RoleByInput, type RoleBy } from '../nodes/look-up.ts';
import { CategoryRef, PillarRef, ResponsibilityRef, TopicRef } from '../refs.ts';
import { countedItems, CoverageItemConnection, coveragePage, setOfRoles, type Counted } from './coverage-item.ts';
import { HeldRoleRef } from './held-role.ts';

/** An assignment or one of its people, with the categories to cover. */
interface WithCategories {
  readonly categories: readonly Category[];
}

const PersonRef = builder.objectRef<WithCategories & Person>('Person').implement({
  description:
    'A person who holds roles. If the person holds only one role, the shared traits are all traits of that role.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description:
        'The number of the person, from 1, in the order of the title of the first role that each person holds.',
    }),
    roles: t.expose('roles', {
      type: [HeldRoleRef],
      description: 'The roles that the person holds, by title; at least one.',
    }),
    cohesion: t.exposeFloat('cohesion', {
      nullable: true,
      description: 'The mean overlap score of all pairs of the roles, 0 to 1. Null if the person holds only one role.',
    }),
    sharedPillars: t.field({
      type: [PillarRef],
      description: 'The pillars in which all of the roles appear, by position.',
      resolve: (person) => intersectionOf(rolesOf(person).map((role) => role.pillars)),
    }),
    sharedCategories: t.field({
      type: [CategoryRef],
      description: "The categories that list all of the roles, in the catalog's order.",
      resolve: (person) => intersectionOf(rolesOf(person).map((role) => role.categories)),
    }),
    sharedTopics: t.field({
      type: [TopicRef],
      description: "The topics about which all of the roles have a responsibility, in the catalog's order.",
      resolve: (person) => intersectionOf(rolesOf(person).map((role) => role.topics)),
    }),
    sharedResponsibilities: t.field({
      type: [ResponsibilityRef],
      description: 'The responsibilities that all of the roles have, by name.',
      resolve: (person) => intersectionOf(rolesOf(person).map((role) => role.responsibilities)),
    }),
    covers: t.field({
      type: [CategoryRef],
      description: 'The categories of the requested groups that list at least one of the roles, by name.',
      resolve: (person) => categoriesCarried(person.categories, rolesOf(person), true),
    }),
  }),
});

/** The categories that no role lists. */
interface WithUncovered {
  readonly uncovered: readonly CoverageItem[];
  readonly counted: Counted;
}

const HatsRef = builder.objectRef<WithCategories & WithUncovered & Hats>('Hats').implement({
  description:
    'An assignment of roles to people, each role to one person. Even loads come first: as far as `apart` allows, the ' +
    'numbers of roles that two people hold differ by at most one. Then the roles of each person have as much as possible ' +
    'in common.',
  fields: (t) => ({
    persons: t.field({
      type: [PersonRef],
      description: `The people who hold at least one role, at most ${mostPeople}, by the title of the first role that each holds.`,
      resolve: ({ persons, categories }) => persons.map((person) => ({ ...person, categories })),
    }),
    unassignedPeople: t.exposeInt('unassignedPeople', {
      description: 'The number of people who hold no role, because fewer roles are needed than there are people.',
    }),
    roleCount: t.exposeInt('roleCount', { description: 'The number of needed roles.' }),
    cohesion: t.exposeFloat('cohesion', {
      nullable: true,
      description:
        'The quality of the assignment: the mean overlap score, 0 to 1, of all pairs of roles that one person holds. Null ' +
        'if no person holds two roles.',
    }),
    upperBound: t.exposeFloat('upperBound', {
      nullable: true,
      description:
        'An upper bound for the cohesion of any assignment in which people hold as many roles as in this one. It equals the ' +
        'cohesion if `optimal` is true; otherwise it is the cohesion if each role were held together with the roles that ' +
        'it overlaps with most. Null if no person holds two roles.',
    }),
    optimal: t.exposeBoolean('isOptimal', {
      description:
        'Whether the assignment of the needed roles is proven to be the best: no assignment has more even loads, and none ' +
        'with equally even loads has a greater cohesion. If false, it is the best assignment found.',
    }),
    hasEvenLoads: t.exposeBoolean('hasEvenLoads', {
      description:
        'Whether the numbers of roles that two people hold differ by at most one. False only with `apart`: if it does not ' +
        'allow even loads or, if `optimal` is false, if no such assignment was found.',
    }),
    uncovered: t.field({
      type: CoverageItemConnection,
      description: 'The categories of the requested groups that list no role of the catalog, by name.',
      args: t.arg.connectionArgs(),
      resolve: ({ uncovered, counted }, args, { rolegraph: { graph } }) =>
        coveragePage(uncovered, args, setOfRoles(graph), counted),
    }),
  }),
});

builder.queryField('hats', (t) =>
  t.field({
    type: HatsRef,
    description:
      'How roles should be distributed among a number of people, each of whom may hold several (wear several hats). ' +
      'Returns the fewest roles that cover all categories of some groups, assigned so that the roles of each person have ' +
      'as much as possible in common, and roles that must be kept apart are. E.g. `hats(people: 3, of: ["pillar:security"], apart: [[{ title: "Compliance Officer" }, ' +
      '{ title: "DevOps Engineer" }]])`. The assignment is exact for few roles; for more, roles are exchanged until no exchange improves it.',
    args: {
      people: t.arg.int({
        required: true,
        description:
          `The number of people, 1 to ${mostPeople}. If there are more people than needed roles, each role has a person of its ` +
          'own, and the other people hold none.',
      }),
      of: t.arg.idList({
        required: true,
        description:
          'The groups whose categories must be covered: pillars, categories and organization types, by id or name, at least ' +
          'one. E.g. `["Security", "pillar:reliability"]`. ' +
          `They must not need more than ${mostRoles} roles.`,
      }),
      mustInclude: t.arg({
        type: [RoleByInput],
        description: 'Roles that are needed whatever they cover. A role that is named twice counts once.',
      }),
      apart: t.arg({
        type: t.arg.listRef(t.arg.listRef(RoleByInput)),
        description:
          'Lists of at least 2 distinct roles of which no person may hold two, e.g. the role that approves and the role that ' +
          'pays. Roles that are not needed are ignored.',
      }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { people } = args;
      checkPeople(people);
      const groups = groupsOf(graph, args.of, 'of');
      const mustInclude = namedRoles(graph, args.mustInclude, 'mustInclude');
      const apart = args.apart ? rolesApart(graph, args.apart) : [];
      const needs = { groups, from: 'CATALOG', unit: 'CATEGORY', mustInclude, exclude: [] } as const;
      const plan = await work.run(invitePlan(graph, needs));
      const roles = plan.invites.map(({ role }) => role);
      const hats = await work.run(assignedHats(graph, { roles, people, apart }));
      const categories = plan.items.map(({ node }) => node).filter((node) => node.kind === 'CATEGORY');
      return {
        ...hats,
        categories: [...new Set(categories)],
        uncovered: plan.uncovered,
        counted: countedItems(plan.requirements, rolegraph),
      };
    },
  }),
);

function rolesApart(graph: CatalogGraph, given: readonly (readonly RoleBy[])[]): readonly (readonly Role[])[] {
  return given.map((list, index) => {
    const roles = namedRoles(graph, list, 'apart');
    if (roles.length >= 2) return roles;
    const [only] = roles;
    const named = only === undefined ? 'names no role' : `names only "${only.label}"`;
    throw new ArgumentError('apart', `List ${index + 1} of apart ${named}; each takes at least 2 distinct roles.`);
  });
}
