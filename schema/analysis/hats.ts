import { intersectionOf } from '../../src/collections/intersection.ts';
import {
  assignedHats,
  categoriesCarried,
  checkPeople,
  mostPeople,
  rolesOf,
  type Hats,
  type Person,
} from '../../src/analysis/hats/assigned-hats.ts';
import type { ExplainedSeparation } from '../../src/analysis/hats/explained-separation.ts';
import type { SharedBy } from '../../src/analysis/hats/focus.ts';
import { nodeToKeepApart, type KeepApart } from '../../src/analysis/hats/keep-apart.ts';
import { mostRoles, neededRoles, type Assign, type NeededRoles } from '../../src/analysis/hats/needed-roles.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { Category, Responsibility, Topic } from '../../src/graph/nodes/node.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import { builder } from '../builder.ts';
import { namedRoles, RoleByInput } from '../nodes/look-up.ts';
import { CategoryRef, PillarRef, ResponsibilityRef, TopicRef } from '../refs.ts';
import {
  CarrierScopeEnum,
  countedItems,
  CoverageItemConnection,
  coveragePage,
  setOfRoles,
  type Counted,
} from './coverage-item.ts';
import { HeldRoleRef, KeptApartRef } from './held-role.ts';
import { requestedStaff, TeamMemberInput } from './staff.ts';

/** The greatest length of a list in keepApart, and of the list of these. */
const mostNamed = 100;

const AssignEnum = builder.enumType('HatsAssign', {
  description: 'Which roles of the requested groups are assigned.',
  values: {
    ALL: { description: 'All roles of the groups.' },
    PLAN: {
      description: 'The fewest roles that cover all categories of the groups: those of `invitePlan` by category.',
    },
  } satisfies Record<Assign, object>,
});

const KeepApartInput = builder.inputType('KeepApartInput', {
  description:
    'A separation of duties: no person may hold one of `roles` and one of `from`. E.g. `{ roles: ["Compliance Officer"], ' +
    'from: ["Backup & Disaster Recovery"] }`.',
  fields: (t) => ({
    roles: t.idList({
      required: true,
      description:
        `1 to ${mostNamed} roles, groups, topics and responsibilities, by id, title or name. E.g. \`["Compliance Officer", ` +
        '"Quality assurance"]`. All but roles stand for their roles. At least one of these must be assigned.',
    }),
    from: t.idList({
      required: true,
      description:
        `1 to ${mostNamed} of the same, by id, title or name. A group, topic or responsibility stands for its roles other ` +
        'than those of `roles`, so that `{ roles: ["Compliance"], from: ["Security"] }` keeps those who do something about ' +
        'compliance apart from all others of Security. Roles that both lists name are kept apart from each other.',
    }),
  }),
});

const shared = (what: string) => `How many of the roles of a person have ${what}.`;

const SharedCategoryRef = builder.objectRef<SharedBy<Category>>('SharedCategory').implement({
  description: shared('a category in common'),
  fields: (t) => ({
    category: t.expose('node', { type: CategoryRef, description: 'The category.' }),
    roleCount: t.exposeInt('roleCount', { description: "The number of the person's roles that it lists." }),
  }),
});

const SharedTopicRef = builder.objectRef<SharedBy<Topic>>('SharedTopic').implement({
  description: shared('a topic in common'),
  fields: (t) => ({
    topic: t.expose('node', { type: TopicRef, description: 'The topic.' }),
    roleCount: t.exposeInt('roleCount', {
      description: "The number of the person's roles that have a responsibility about it.",
    }),
  }),
});

const SharedResponsibilityRef = builder.objectRef<SharedBy<Responsibility>>('SharedResponsibility').implement({
  description: shared('a responsibility in common'),
  fields: (t) => ({
    responsibility: t.expose('node', { type: ResponsibilityRef, description: 'The responsibility.' }),
    roleCount: t.exposeInt('roleCount', { description: "The number of the person's roles that have it." }),
  }),
});

/** One of the people of an assignment, with the categories to cover. */
interface WithCategories {
  readonly categories: readonly Category[];
}

/** Of what is listed of a person's focus. */
const listedIf =
  'that at least two of the roles share and that the roles of the other people share less often, at most 5; the most ' +
  'distinctive first: the difference of the two shares.';

const PersonRef = builder.objectRef<WithCategories & Person>('Person').implement({
  description:
    'A person who holds roles. If the person holds only one role, the shared traits are all traits of that role.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description:
        'The number of the person, from 1: first the people of `staff` who are not absent, in the order given, then others in the ' +
        'order of the title of the first role that each holds.',
    }),
    name: t.exposeString('name', { nullable: true, description: 'The name, as `staff` has it. Null for others.' }),
    roles: t.expose('roles', {
      type: [HeldRoleRef],
      description: 'The roles that the person holds, by title; at least one.',
    }),
    headline: t.string({
      description:
        'What the person mainly does, in words: the category that most of the roles have in common, and duties that several ' +
        'share. E.g. `Backup & Disaster Recovery (6 of 7 roles). Shared duties: "Verify backups" (4 roles).`',
      resolve: ({ focus }) => focus.headline,
    }),
    mainCategories: t.field({
      type: [SharedCategoryRef],
      description: `Categories of the requested groups ${listedIf}`,
      resolve: ({ focus }) => focus.categories,
    }),
    mainTopics: t.field({
      type: [SharedTopicRef],
      description: `Topics ${listedIf}`,
      resolve: ({ focus }) => focus.topics,
    }),
    mainResponsibilities: t.field({
      type: [SharedResponsibilityRef],
      description: `Responsibilities ${listedIf}`,
      resolve: ({ focus }) => focus.responsibilities,
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
      description:
        'The categories of the requested groups that list at least one of the roles, and not only as consulted or informed; by name.',
      resolve: (person) => categoriesCarried(person.categories, rolesOf(person)),
    }),
  }),
});

const SeparationRef = builder.objectRef<ExplainedSeparation>('Separation').implement({
  description: 'Roles that are kept apart from others, and who holds them.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', {
      description:
        'The separation in words. E.g. `Compliance Officer (person 2) is kept apart from 7 roles of Engineering & ' +
        'Infrastructure (person 1, person 3 and person 4).`',
    }),
    roles: t.expose('roles', {
      type: [KeptApartRef],
      description: 'The assigned roles that `roles` of the input means, by title, each with the person who holds it.',
    }),
    from: t.expose('from', {
      type: [KeptApartRef],
      description: 'The assigned roles that `from` of the input means, by title, each with the person who holds it.',
    }),
  }),
});

/** The categories that nobody covers. */
interface WithUncovered extends Pick<NeededRoles, 'uncovered' | 'requirements'> {
  readonly counted: Counted;
}

const HatsRef = builder.objectRef<WithUncovered & Hats>('Hats').implement({
  description:
    'An assignment of roles to people, each role to one person. Even loads come first: as far as `keepApart` allows, the ' +
    'numbers of roles that two people hold differ by at most one. Then the roles of each person have as much as possible ' +
    'in common.',
  fields: (t) => ({
    persons: t.field({
      type: [PersonRef],
      description: `The people who hold at least one role, at most ${mostPeople}, by the title of the first role that each holds.`,
      resolve: ({ persons, categories }) => persons.map((person) => ({ ...person, categories })),
    }),
    unassignedPeople: t.exposeInt('unassignedPeople', {
      description: 'The number of people who hold no role, because fewer roles are assigned than there are people.',
    }),
    roleCount: t.exposeInt('roleCount', { description: 'The number of assigned roles.' }),
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
        'Whether the assignment of these roles is proven to be the best: no assignment has more even loads, and none ' +
        'with equally even loads has a greater cohesion. If false, it is the best assignment found.',
    }),
    separations: t.expose('separations', {
      type: [SeparationRef],
      description: 'What is kept apart: an entry for each of `keepApart`, in its order.',
    }),
    hasEvenLoads: t.exposeBoolean('hasEvenLoads', {
      description:
        'Whether the numbers of roles that two people hold differ by at most one. False only with `keepApart` or `staff`: if they do not ' +
        'allow even loads or, if `optimal` is false, if no such assignment was found.',
    }),
    from: t.field({
      type: CarrierScopeEnum,
      description: 'Which roles carry the categories of the groups.',
      resolve: ({ requirements }) => requirements.scope.from,
    }),
    uncovered: t.field({
      type: CoverageItemConnection,
      description: 'The categories of the requested groups that none of the assigned roles carries, by name.',
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
      'How roles should be distributed among a number of people, who may each hold several (wear several hats). ' +
      'Assigns all roles of some groups so that the roles of each person have as much as possible in common, loads are even, ' +
      'and roles that must be kept apart are. E.g. `hats(people: 5, of: ["Reliability"], keepApart: [{ roles: ["Compliance Officer"], ' +
      'from: ["Backup & Disaster Recovery"] }])`. The assignment is exact for up to 14 roles; for more, it is the best found in about a ' +
      'second, which is counted in operations, so that the same question has the same answer.',
    args: {
      people: t.arg.int({
        description:
          `The number of people, 1 to ${mostPeople}; required without staff. With staff, by default as many as are not absent; ` +
          'if it is more, the others are new people without roles. If there are more people than roles, each role has a person of its ' +
          'own, and the other people hold none.',
      }),
      of: t.arg.idList({
        required: true,
        description:
          'The groups whose roles are assigned: pillars, categories and organization types, by id or name, at least ' +
          `one. E.g. \`["Security", "pillar:reliability"]\`. At most ${mostRoles} roles can be assigned.`,
      }),
      staff: t.arg({
        type: [TeamMemberInput],
        description:
          `People who have roles already, at most ${mostPeople}. They keep these, whether or not the groups need them, and nobody ` +
          'else gets them. Loads are even with regard to shares: somebody with a share of 0.5 gets about half as many roles.',
      }),
      absent: t.arg.stringList({
        description:
          'People in `staff` who are absent, by name or by a beginning of it that only one has. They get no roles, and those that ' +
          'only they have are assigned to others.',
      }),
      assign: t.arg({
        type: AssignEnum,
        required: true,
        defaultValue: 'ALL',
        description: 'Whether all roles of the groups are assigned, or only as many as cover their categories.',
      }),
      from: t.arg({
        type: CarrierScopeEnum,
        description:
          'With `assign: PLAN`, what decides between equally small plans, as in `invitePlan`: the duties that roles have by lines ' +
          'of the groups (MEMBERS, the default) or by any line (CATALOG). ALL assigns the members, so CATALOG is an error.',
      }),
      mustInclude: t.arg({
        type: [RoleByInput],
        description: 'Roles that are assigned as well. A role that is named twice counts once.',
      }),
      keepApart: t.arg({
        type: [KeepApartInput],
        description:
          'Who must not be who, e.g. the role that approves and the role that pays. An entry that keeps no assigned roles ' +
          'apart is an error, with the assigned roles that come closest to what it names.',
      }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { assign, from } = args;
      const holding = requestedStaff(rolegraph, args)?.present;
      const people = args.people ?? holding?.length;
      if (people === undefined) {
        throw new ArgumentError(
          'people',
          'Neither people nor staff is given. Give the number of people, or the people in staff.',
        );
      }
      checkPeople(people);
      const keepApart = keptApart(graph, args.keepApart ?? []);
      const groups = groupsOf(graph, args.of, 'of');
      const mustInclude = namedRoles(graph, args.mustInclude, 'mustInclude');
      const needed = await work.run(neededRoles(graph, { groups, mustInclude, assign, from }));
      const { roles, categories, requirements, uncovered } = needed;
      const hats = await work.run(
        assignedHats(graph, { roles, categories, people, keepApart, holding: holding ?? [] }),
      );
      return { ...hats, requirements, uncovered, counted: countedItems(requirements, rolegraph) };
    },
  }),
);

interface NamesToKeepApart {
  readonly roles: readonly string[];
  readonly from: readonly string[];
}

function keptApart(graph: CatalogGraph, given: readonly NamesToKeepApart[]): readonly KeepApart[] {
  checkLength('keepApart', given.length, 0);
  return given.map(({ roles, from }) => ({
    roles: nodesToKeepApart(graph, roles, 'keepApart.roles'),
    from: nodesToKeepApart(graph, from, 'keepApart.from'),
  }));
}

function nodesToKeepApart(graph: CatalogGraph, given: readonly string[], argument: string): KeepApart['roles'] {
  checkLength(argument, given.length, 1);
  return [...new Set(given.map((each) => nodeToKeepApart(graph, each, argument)))];
}

function checkLength(argument: string, length: number, least: number): void {
  if (length >= least && length <= mostNamed) return;
  const allowed = `${argument} takes ${least} to ${mostNamed}`;
  throw new ArgumentError(argument, `${argument} has ${length === 0 ? 'no' : length} entries; ${allowed}.`);
}
