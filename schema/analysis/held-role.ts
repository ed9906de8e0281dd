import type { Alternative, HeldRole, KeptApart } from '../../src/analysis/hats/held-role.ts';
import { builder } from '../builder.ts';
import { RoleOverlapRef, RoleRef } from '../refs.ts';

const KeptApartRef = builder.objectRef<KeptApart>('KeptApart').implement({
  description: 'A role from which another must stay apart, and who holds it.',
  fields: (t) => ({
    role: t.field({ type: RoleRef, description: 'The role.', resolve: ({ role }) => role }),
    person: t.exposeInt('person', { description: 'The number of the person who holds it.' }),
  }),
});

const HeldRoleAlternativeRef = builder.objectRef<Alternative>('HeldRoleAlternative').implement({
  description:
    'What a role would have in common with the roles of another person, as the split is: the best of those who may hold ' +
    'it.',
  fields: (t) => ({
    person: t.exposeInt('person', { description: 'The number of that person.' }),
    fit: t.exposeFloat('fit', {
      description:
        "The mean overlap score of the role with each of that person's roles, 0 to 1; to hold against `fit`.",
    }),
    strongest: t.field({
      type: RoleOverlapRef,
      description: "The strongest overlap with one of that person's roles; its score is 0 where they share nothing.",
      resolve: ({ strongest }) => strongest,
    }),
  }),
});

export const HeldRoleRef = builder.objectRef<HeldRole>('HeldRole').implement({
  description: 'A role that a person holds, and why it went there.',
  fields: (t) => ({
    role: t.field({ type: RoleRef, description: 'The role.', resolve: ({ role }) => role }),
    reason: t.exposeString('reason', {
      description:
        'Why it went there, in sentences: what it shares with which other role of the person, what it is kept apart from, ' +
        `and what the next best person would give. E.g. 'Shares the pillar "Security" and 2 responsibilities with Network Engineer ` +
        `(overlap 0.310). Kept apart from Compliance Officer (person 2).'`,
    }),
    fit: t.exposeFloat('fit', {
      nullable: true,
      description: 'Its mean overlap score with each other role of the person, 0 to 1; null where there is no other.',
    }),
    strongest: t.field({
      type: RoleOverlapRef,
      nullable: true,
      description:
        'Its strongest overlap with another role of the person, which comes second; its score is 0 where they share ' +
        'nothing. Null where there is no other.',
      resolve: ({ strongest }) => strongest,
    }),
    alternative: t.field({
      type: HeldRoleAlternativeRef,
      nullable: true,
      description:
        'The next best person for it. It may have a better fit there: loads stay even, and what counts is the split as a ' +
        'whole. Null where nobody else may hold it.',
      resolve: ({ alternative }) => alternative,
    }),
    keptApartFrom: t.field({
      type: [KeptApartRef],
      description: 'The other needed roles from which it must stay apart, by title.',
      resolve: ({ keptApartFrom }) => keptApartFrom,
    }),
  }),
});
