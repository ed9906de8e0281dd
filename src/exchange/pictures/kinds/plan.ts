import { coverageUnits } from '../../../analysis/coverage/coverage-item.ts';
import { carrierScopes } from '../../../analysis/coverage/requirements.ts';
import { mostInvites } from '../../../analysis/invites/invite-plan.ts';
import { mostNamedInPlan, planData } from '../../../drawing/plan/plan-data.ts';
import { planDrawing } from '../../../drawing/plan/plan-drawing.ts';
import { planTable } from '../../../drawing/plan/plan-table.ts';
import { groupKinds } from '../../../graph/nodes/node-kind.ts';
import { largestGroup } from '../example-nodes.ts';
import { pictureKind } from '../picture-kind.ts';
import {
  choiceParameter,
  namesParameter,
  requiredNamesParameter,
  switchParameter,
  wholeNumberParameter,
} from '../picture-parameter.ts';

const cover = requiredNamesParameter(
  { name: 'cover', description: 'the groups that a meeting is about' },
  {
    kinds: groupKinds,
    takes: `1 to ${mostNamedInPlan} pillars, categories and organization types`,
    example: 'pillar:security',
  },
);

const max = wholeNumberParameter(
  { name: 'max', description: 'how many seats there are', byDefault: 'as many as needed' },
  { least: 1, most: mostInvites },
);

const by = choiceParameter({ name: 'by', description: 'what must be covered', byDefault: 'CATEGORY' }, coverageUnits);

const from = choiceParameter(
  {
    name: 'from',
    description: 'who may be invited: members of the groups, or any role that does the same elsewhere',
    byDefault: 'MEMBERS',
  },
  carrierScopes,
);

const fill = switchParameter({
  name: 'fill',
  description: 'whether seats that the smallest plan does not need are filled',
  byDefault: 'true',
});

const roles = { kinds: ['ROLE'], takes: `up to ${mostNamedInPlan} roles` } as const;

const always = namesParameter({ name: 'with', description: 'roles that are always invited', byDefault: 'none' }, roles);
const never = namesParameter(
  { name: 'without', description: 'roles that are never invited', byDefault: 'none' },
  roles,
);

const among = namesParameter(
  { name: 'among', description: 'the only roles that are invited besides those in with', byDefault: 'any' },
  roles,
);

/** Who should be invited so that some groups are covered. */
export const plan = pictureKind({
  name: 'plan',
  title: 'Invite plan',
  question: 'Who should be invited, and what does each person bring?',
  parameters: [cover, max, by, from, fill, always, never, among],
  example: (graph) => {
    const group = largestGroup(graph);
    return group && { cover: group.id, max: '8' };
  },
  data: (graph, given) =>
    planData(graph, {
      cover: cover.read(given, graph),
      max: max.read(given),
      by: by.read(given),
      from: from.read(given),
      fill: fill.read(given),
      with: always.read(given, graph),
      without: never.read(given, graph),
      among: among.read(given, graph),
    }),
  drawing: planDrawing,
  table: planTable,
});
