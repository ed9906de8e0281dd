import type { AppearanceInvolvement } from '../../src/graph/nodes/appearance.ts';
import type { Involvement } from '../../src/graph/nodes/involvement.ts';
import type { Responsibility, Role, RoleGroup } from '../../src/graph/nodes/node.ts';
import { builder } from '../builder.ts';
import type { Evidence } from '../lists/connection.ts';
import { ResponsibilityRef } from '../refs.ts';

export const InvolvementEnum = builder.enumType('Involvement', {
  description:
    'How a role is involved in a responsibility, as in a RACI table. Only RESPONSIBLE and ACCOUNTABLE count as having it.',
  values: {
    RESPONSIBLE: {
      description: 'The role does it. This is what a catalog means that does not say how roles are involved.',
    },
    ACCOUNTABLE: { description: 'The role answers for it.' },
    CONSULTED: { description: 'The role is asked before it is done.' },
    INFORMED: { description: 'The role is told when it is done.' },
  } as const,
});

const involvementList: [typeof InvolvementEnum] = [InvolvementEnum];

/** What an edge between a role and a responsibility knows: the lines that state it, and how the role is involved by them. */
export interface InvolvementEvidence extends Evidence {
  readonly involvement: () => readonly Involvement[];
}

/** @param as only the lines that say one of these; in a group, where one is given. */
export function involvementEvidence(
  role: Role,
  responsibility: Responsibility,
  as: readonly Involvement[],
  group: RoleGroup | undefined,
): InvolvementEvidence {
  return {
    involvement: () => role.involvementIn(responsibility, as, group),
    appearances: () => role.appearancesInvolving(responsibility, as, group),
  };
}

/** The field of an edge that says how a role is involved. */
export const involvementField = {
  type: involvementList,
  description:
    'How the role is involved, as the lines in `appearances` say: at least one, in the order RESPONSIBLE, ACCOUNTABLE, ' +
    'CONSULTED, INFORMED.',
  resolve: ({ involvement }: InvolvementEvidence) => involvement(),
};

export const AppearanceInvolvementRef = builder.objectRef<AppearanceInvolvement>('AppearanceInvolvement').implement({
  description: 'A responsibility that a line names, and how the role is involved in it.',
  fields: (t) => ({
    responsibility: t.expose('responsibility', { type: ResponsibilityRef, description: 'The responsibility.' }),
    involvement: t.field({
      type: [InvolvementEnum],
      description: 'At least one, in the order RESPONSIBLE, ACCOUNTABLE, CONSULTED, INFORMED.',
      resolve: ({ involvement }) => involvement,
    }),
  }),
});
