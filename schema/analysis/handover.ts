import { additionsByGain, additionsOf } from '../../src/analysis/coverage/coverage.ts';
import { type Handovers, mostSuccessors, type Handover, type Successor } from '../../src/analysis/coverage/handover.ts';
import { itemsByName, type CoverageItem } from '../../src/analysis/coverage/coverage-item.ts';
import { once } from '../../src/collections/memoize.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import { builder } from '../builder.ts';
import type { RequestGraph } from '../context.ts';
import { connectionOf } from '../lists/connection.ts';
import { ResponsibilityRef, RoleGroupRef } from '../refs.ts';
import type { Counted } from './coverage-item.ts';
import { PositionRef } from './position.ts';

const NearnessEnum = builder.enumType('Nearness', {
  description: 'How near somebody is to a duty that they do not carry.',
  values: {
    ELSEWHERE: { description: 'They carry the same duty, by lines outside the group.' },
    INVOLVED: { description: 'They are consulted or informed on it.' },
    TOPIC: { description: 'They carry other duties about one of its topics.' },
  } as const,
});

const SuccessorRef = builder.objectRef<Successor>('Successor').implement({
  description: 'Somebody who could take over a duty.',
  fields: (t) => ({
    position: t.expose('position', { type: PositionRef, description: 'The role or person.' }),
    nearness: t.expose('nearness', { type: NearnessEnum, description: 'What brings them near to the duty.' }),
    overlap: t.exposeFloat('overlap', {
      description:
        'How similar what they do is to what those do who had the duty before: the overlap score of the two positions, of several ' +
        'the greatest, 0 to 1, rounded to 6 decimals.',
    }),
    otherDutyCount: t.exposeInt('dutyCount', {
      description: 'The number of other duties that they carry about the topics of this one, by any line.',
    }),
    reason: t.exposeString('reason', {
      description:
        'Why they are near, in a sentence. E.g. `Dev Patel has 3 other duties about Networking, e.g. "Secure networks".`',
    }),
  }),
});

/** A duty to hand over. Who could take it over is found once, even if several fields need it. */
interface HandoverRow {
  readonly item: CoverageItem;
  readonly found: () => Handover | Promise<Handover>;
}

const HandoverRef = builder.objectRef<HandoverRow>('Handover').implement({
  description: 'A responsibility that a change leaves to nobody, and who could take it over.',
  fields: (t) => ({
    responsibility: t.field({
      type: ResponsibilityRef,
      description: 'The responsibility.',
      resolve: async ({ found }) => (await found()).responsibility,
    }),
    group: t.field({
      type: RoleGroupRef,
      nullable: true,
      description: 'The requested group that has it. Null with `from: CATALOG`, where one item stands for all groups.',
      resolve: ({ item }) => item.group,
    }),
    before: t.field({
      type: [PositionRef],
      description: 'Who carries it before the change, by title or name.',
      resolve: async ({ found }) => (await found()).before,
    }),
    successors: t.field({
      type: [SuccessorRef],
      description:
        `Up to ${mostSuccessors} of the team after the change who are near to it: first who does the same elsewhere, then who is ` +
        'consulted or informed, then who has duties about its topics; equals by overlap, then by the number of these duties, then ' +
        'by title or name. Empty if nobody is near: see `hires`.',
      resolve: async ({ found }) => (await found()).successors,
    }),
  }),
});

export const HandoverConnection = builder.connectionObject(
  { name: 'HandoverConnection', description: 'A page of responsibilities to hand over.', type: HandoverRef },
  { name: 'HandoverEdge', description: 'A responsibility to hand over.' },
);

export function handoverPage(handovers: Handovers, given: PageArguments, { work }: RequestGraph) {
  return connectionOf(pageOf(handovers.duties, itemsByName, given), (item) => ({
    node: { item, found: once(() => work.run(handovers.of(item))) },
  }));
}

/** The roles that would carry what nobody of the changed team is near to, in the order of additions. */
export async function hiresPage(
  handovers: Handovers,
  counted: Counted,
  given: PageArguments,
  { graph, work }: RequestGraph,
) {
  const coverage = await work.run(handovers.unplaced());
  const additions = await work.run(additionsOf(graph, coverage));
  return connectionOf(pageOf(additions, additionsByGain, given), (addition) => ({
    node: { ...addition, coverage, counted },
  }));
}
