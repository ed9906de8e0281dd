import { intersectionOf } from '../../src/collections/intersection.ts';
import {
  assignedHats,
  checkPeople,
  mostPeople,
  mostRoles,
  type Hats,
  type Person,
} from '../../src/analysis/hats/assigned-hats.ts';
import { categoriesCarried, rolesOf } from '../../src/analysis/hats/in-common.ts';
import { invitePlan } from '../../src/analysis/invites/invite-plan.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { Category } from '../../src/graph/nodes/category.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { groupsOf } from '../../src/graph/named-nodes.ts';
import { builder } from '../builder.ts';
import { namedRoles, RoleByInput, type RoleBy } from '../nodes/look-up.ts';
import { CategoryRef, PillarRef, ResponsibilityRef, TopicRef } from '../refs.ts';
import { CoverageItemConnection, coveragePage, setOfRoles } from './coverage-item.ts';
import { HeldRoleRef } from './held-role.ts';

/** An answer, or one of its people, with the categories that were asked about. */
interface Asked {
  readonly categories: readonly Category[];
}

const PersonRef = builder.objectRef<Asked & { readonly person: Person }>('Person').implement({
  description:
    'One who holds roles. What all of their roles have in common is, of a person with one role, all that this role has.',
  fields: (t) => ({
    number: t.int({
      description: 'From 1 on, in the order of the title of the first role that each holds.',
      resolve: ({ person }) => person.number,
    }),
    roles: t.field({
      type: [HeldRoleRef],
      description: 'The roles, by title; at least one.',
      resolve: ({ person }) => person.roles,
    }),
    cohesion: t.float({
      nullable: true,
      description: 'The mean overlap score of all pairs of the roles, 0 to 1; null for one role.',
      resolve: ({ person }) => person.cohesion,
    }),
    sharedPillars: t.field({
      type: [PillarRef],
      description: 'The pillars that all of the roles stand in, by position.',
      resolve: ({ person }) => intersectionOf(rolesOf(person).map((role) => role.pillars)),
    }),
    sharedCategories: t.field({
      type: [CategoryRef],
      description: "The categories that all of the roles are listed in, in the catalog's order.",
      resolve: ({ person }) => intersectionOf(rolesOf(person).map((role) => role.categories)),
    }),
    sharedTopics: t.field({
      type: [TopicRef],
      description: "The topics that all of the roles have a responsibility about, in the catalog's order.",
      resolve: ({ person }) => intersectionOf(rolesOf(person).map((role) => role.topics)),
    }),
    sharedResponsibilities: t.field({
      type: [ResponsibilityRef],
      description: 'What all of the roles do, by name.',
      resolve: ({ person }) => intersectionOf(rolesOf(person).map((role) => role.responsibilities)),
    }),
    covers: t.field({
      type: [CategoryRef],
      description: 'The categories of the groups asked that at least one of the roles is listed in, by name.',
      resolve: ({ person, categories }) => categoriesCarried(categories, rolesOf(person), true),
    }),
  }),
});

const HatsRef = builder.objectRef<Asked & { readonly hats: Hats }>('Hats').implement({
  description:
    'Roles shared among people, each held by one. Even loads come first: nobody holds two roles more than ' +
    'another, as far as `apart` allows. Then the roles of each person are to have most in common.',
  fields: (t) => ({
    persons: t.field({
      type: [PersonRef],
      description: `Everybody who holds a role, at most ${mostPeople}, by the title of the first role that each holds.`,
      resolve: ({ hats, categories }) => hats.persons.map((person) => ({ person, categories })),
    }),
    unassignedPeople: t.int({
      description: 'How many of the people hold no role, as there are fewer roles needed than people.',
      resolve: ({ hats }) => hats.unassignedPeople,
    }),
    roleCount: t.int({ description: 'How many roles are needed.', resolve: ({ hats }) => hats.roleCount }),
    cohesion: t.float({
      nullable: true,
      description:
        'How good the split is: the mean overlap score, 0 to 1, of all pairs of roles that one person holds. Null where ' +
        'nobody holds two.',
      resolve: ({ hats }) => hats.cohesion,
    }),
    upperBound: t.float({
      nullable: true,
      description:
        'No split in which people hold as many roles as in this one has a greater cohesion: the cohesion itself where ' +
        '`optimal`, else a bound, what it would be were each role held with those that it overlaps with most. Null ' +
        'where nobody holds two.',
      resolve: ({ hats }) => hats.upperBound,
    }),
    optimal: t.boolean({
      description:
        'Of the roles needed: whether it is proven that no split has more even loads, and none with as even loads a ' +
        'greater cohesion. Otherwise it is the best that was found.',
      resolve: ({ hats }) => hats.isOptimal,
    }),
    hasEvenLoads: t.boolean({
      description:
        'Whether nobody holds two roles more than another. False only with `apart`: where it does not allow that or, ' +
        'where `optimal` is false, no such split was found.',
      resolve: ({ hats }) => hats.hasEvenLoads,
    }),
    uncovered: t.field({
      type: CoverageItemConnection,
      description: 'The categories of the groups asked that no role of the catalog is listed in, by name.',
      args: t.arg.connectionArgs(),
      resolve: ({ hats, categories }, args, { rolegraph: { graph } }) =>
        coveragePage(
          graph,
          categoriesCarried(categories, hats.persons.flatMap(rolesOf), false),
          args,
          setOfRoles(graph),
        ),
    }),
  }),
});

builder.queryField('hats', (t) =>
  t.field({
    type: HatsRef,
    description:
      'In a small organization one person holds several roles, wears several hats: the fewest roles that cover all ' +
      'categories of some groups, shared among so many people that the roles of each have most in common and that what ' +
      'must stay apart does. E.g. `hats(people: 3, of: ["pillar:security"], apart: [[{ title: "Compliance Officer" }, ' +
      '{ title: "DevOps Engineer" }]])`. Exact for few roles, else by exchanging roles until nothing is gained.',
    args: {
      people: t.arg.int({
        required: true,
        description:
          `How many people there are, 1 to ${mostPeople}. Where there are more than roles are needed, each role has a ` +
          'person of its own, and the others none.',
      }),
      of: t.arg.idList({
        required: true,
        description:
          'The groups whose categories must be covered: ids of pillars, categories and organization types, at least one. ' +
          `They may need ${mostRoles} roles at most.`,
      }),
      mustInclude: t.arg({
        type: [RoleByInput],
        description: 'Roles that are needed whatever they cover; whoever is named twice counts once.',
      }),
      apart: t.arg({
        type: t.arg.listRef(t.arg.listRef(RoleByInput)),
        description:
          'Lists of at least 2 distinct roles of which no person may hold two, e.g. who approves and who pays. Roles that ' +
          'are not needed do not matter.',
      }),
    },
    resolve: async (_root, args, { rolegraph }) => {
      const { graph, work } = rolegraph;
      const { people } = args;
      checkPeople(people);
      const groups = groupsOf(graph, args.of, 'of');
      const mustInclude = namedRoles(graph, args.mustInclude, 'mustInclude');
      const apart = args.apart ? rolesApart(graph, args.apart) : [];
      const needs = { groups, unit: 'CATEGORY', mustInclude, exclude: [] } as const;
      const plan = await work.run(invitePlan(graph, needs));
      const roles = plan.invites.map(({ role }) => role);
      const hats = await work.run(assignedHats(graph, { roles, people, apart }));
      return { hats, categories: plan.items.filter((item) => item.kind === 'CATEGORY') };
    },
  }),
);

function rolesApart(graph: CatalogGraph, given: readonly (readonly RoleBy[])[]): readonly (readonly Role[])[] {
  return given.map((list, index) => {
    const roles = namedRoles(graph, list, 'apart');
    if (roles.length >= 2) return roles;
    const [only] = roles;
    const named = only === undefined ? 'names no role' : `names only "${only.title}"`;
    throw new ArgumentError('apart', `List ${index + 1} of apart ${named}; each takes at least 2 distinct roles.`);
  });
}
