import type { Alternative, HeldRole, KeptApart } from '../../src/analysis/hats/held-role.ts';
import { builder } from '../builder.ts';
import { RoleOverlapRef, RoleRef } from '../refs.ts';

export const KeptApartRef = builder.objectRef<KeptApart>('KeptApart').implement({
  description: 'A role that another role must be kept apart from, and the person who holds it.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleRef, description: 'The role.' }),
    person: t.exposeInt('person', { description: 'The number of the person who holds it.' }),
  }),
});

const HeldRoleAlternativeRef = builder.objectRef<Alternative>('HeldRoleAlternative').implement({
  description: 'The next best person for a role, and what the role has in common with the roles of that person.',
  fields: (t) => ({
    person: t.exposeInt('person', { description: 'The number of the person.' }),
    fit: t.exposeFloat('fit', {
      description:
        "The mean overlap score of the role with each of the person's roles, 0 to 1. Compare it with the `fit` of the HeldRole.",
    }),
    strongest: t.expose('strongest', {
      type: RoleOverlapRef,
      description: "The strongest overlap with one of the person's roles. Its score is 0 if they share nothing.",
    }),
  }),
});

export const HeldRoleRef = builder.objectRef<HeldRole>('HeldRole').implement({
  description: 'A role that a person holds, with the reason.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleRef, description: 'The role.' }),
    isGiven: t.exposeBoolean('isGiven', {
      description: 'Whether the person has the role already, by `staff`. False without staff.',
    }),
    reason: t.exposeString('reason', {
      description:
        'The reason for the assignment in sentences: what the role shares with another role of the person, which roles it is kept ' +
        `apart from, and how well the next best person would fit. E.g. 'Shares "Run restore tests" and 2 other duties with Backup Administrator ` +
        `(overlap 0.310). Kept apart from Compliance Officer (person 2).'`,
    }),
    fit: t.exposeFloat('fit', {
      nullable: true,
      description:
        'The mean overlap score with the other roles of the person, 0 to 1. Null if the person holds no other role.',
    }),
    strongest: t.expose('strongest', {
      type: RoleOverlapRef,
      nullable: true,
      description:
        'The strongest overlap with another role of the person, which comes second. Its score is 0 if they share ' +
        'nothing. Null if the person holds no other role.',
    }),
    alternative: t.expose('alternative', {
      type: HeldRoleAlternativeRef,
      nullable: true,
      description:
        'The next best person for the role. The fit may be better there, because loads stay even and the whole assignment ' +
        'is optimized. Null if no other person may hold the role.',
    }),
    keptApartFrom: t.expose('keptApartFrom', {
      type: [KeptApartRef],
      description: 'The other assigned roles that this role must be kept apart from, by title.',
    }),
  }),
});
