import { adviceOn, type RaciCheckResult } from '../../src/analysis/raci/raci-advice.ts';
import type { RaciCheck } from '../../src/analysis/raci/raci-checks.ts';
import type { RaciFinding, RaciTable } from '../../src/analysis/raci/raci-table.ts';
import { builder } from '../builder.ts';
import { ResponsibilityRef } from '../refs.ts';

export const RaciCheckEnum = builder.enumType('RaciCheck', {
  description: 'Something that can be wrong with an activity of a RACI table.',
  values: {
    NOBODY_ACCOUNTABLE: {
      description:
        'No role is accountable. Checked only for activities of which at least one source makes a role accountable for ' +
        'something: a list that only says what roles do would have this finding for every activity.',
    },
    SEVERAL_ACCOUNTABLE: { description: 'Two or more roles are accountable.' },
    ACCOUNTABLE_WITHOUT_RESPONSIBLE: { description: 'A role is accountable, and none is responsible.' },
    NOBODY_RESPONSIBLE: {
      description:
        'No role is responsible or accountable: roles are only consulted or informed, or no line names the activity.',
    },
  } satisfies Record<RaciCheck, object>,
});

/** A row or finding with the table that it is from. */
export interface InTable {
  readonly table: RaciTable;
}

const RaciFindingRef = builder.objectRef<InTable & { readonly finding: RaciFinding }>('RaciFinding').implement({
  description: 'Something that is wrong with an activity of a RACI table.',
  fields: (t) => ({
    check: t.field({ type: RaciCheckEnum, description: 'What is wrong.', resolve: ({ finding }) => finding.check }),
    responsibility: t.field({
      type: ResponsibilityRef,
      description: 'The activity.',
      resolve: ({ finding: { row } }) => row.responsibility,
    }),
    message: t.string({
      description:
        'What is wrong and what to do, in complete sentences, with the roles concerned and the places of their lines.',
      resolve: ({ finding, table }, _args, { rolegraph: { work } }) => work.run(adviceOn(table, finding)),
    }),
  }),
});

export const RaciFindingConnection = builder.connectionObject(
  { name: 'RaciFindingConnection', description: 'A page of findings about activities.', type: RaciFindingRef },
  { name: 'RaciFindingEdge', description: 'A finding about an activity.' },
);

export const RaciCheckResultRef = builder.objectRef<RaciCheckResult>('RaciCheckResult').implement({
  description: 'What a check has found in a whole RACI table.',
  fields: (t) => ({
    check: t.expose('check', { type: RaciCheckEnum, description: 'The check.' }),
    isChecked: t.exposeBoolean('isChecked', {
      description:
        'False for NOBODY_ACCOUNTABLE if no source of these activities makes a role accountable for anything; true otherwise.',
    }),
    activityCount: t.exposeInt('activityCount', {
      description: 'The number of activities with this finding. 0 if it was not checked.',
    }),
    message: t.exposeString('message', {
      description: 'What was found and what to do or, if it was not checked, why.',
    }),
  }),
});
