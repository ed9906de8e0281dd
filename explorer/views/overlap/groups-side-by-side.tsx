import { useRef } from 'preact/hooks';
import { heatmapTable } from '../../../src/drawing/heatmap/heatmap-table.ts';
import { allRolesIn, type OverlapQuestion } from '../../state/address/overlap-address.ts';
import { useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { heatmapAnswers, heatmapParameters } from '../../state/questions/overlap-questions.ts';
import { compareGroupsQueryText, type ComparedGroups } from '../../state/questions/side-by-side-questions.ts';
import type { Table } from '../../state/table.ts';
import { words } from '../../words/words.ts';
import { TakeAlong } from '../take-along.tsx';
import { AskedPart } from './asked-part.tsx';
import { HeatmapCard } from './heatmap-card.tsx';
import { ListCard, listedTable, useListed, useShown } from './listed.tsx';
import { RoleItems } from './role-items.tsx';
import type { Selecting } from './select-link.tsx';

interface GroupsProps {
  readonly data: ComparedGroups;
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

const { side } = words.overlap;

/** Two to six groups side by side: who stands in all of them, who in one of them only, and the same of duties. */
export function GroupsSideBySide({ data, question, frame }: GroupsProps) {
  const { of } = question;
  const pairs = useAnswer(heatmapAnswers, { kind: null, of });
  const selected = question.selected ?? allRolesIn(data.groups.map(({ id }) => id));
  const chosen = useListed(selected);
  const list = useRef<HTMLElement>(null);
  const onSelect = useShown(list, chosen);
  const selecting: Selecting = { question, listed: selected, onSelect };
  const tables = (): readonly Table[] => [
    ...(chosen.status === 'READY' ? [listedTable(chosen.data, frame)] : []),
    ...(pairs.status === 'READY' ? [heatmapTable(pairs.data)] : []),
    distinctTable(data),
  ];
  return (
    <>
      <div class="overlap">
        <AskedPart asked={pairs} draw={(answer) => <HeatmapCard data={answer} selecting={selecting} />} />
        <ListCard element={list} asked={chosen} question={question} frame={frame} />
        <section class="card" aria-labelledby="shared-duties">
          <h2 id="shared-duties">{side.sharedGroupDuties(data.sharedResponsibilities.totalCount, of.length)}</h2>
          <p class="fine">{side.groupDutiesExplained}</p>
          <DutyNames duties={data.sharedResponsibilities} />
        </section>
        <OnlyInOne data={data} frame={frame} />
      </div>
      <TakeAlong
        tables={tables}
        picture={{ kind: 'heatmap', parameters: heatmapParameters({ kind: null, of }) }}
        query={compareGroupsQueryText}
        variables={{ of }}
      />
    </>
  );
}

function OnlyInOne({ data, frame }: { readonly data: ComparedGroups; readonly frame: Frame | undefined }) {
  return (
    <section class="card" aria-labelledby="only-in-one">
      <h2 id="only-in-one">{side.groupsApart}</h2>
      <div class="side-columns">
        {data.distinct.map(({ group, roles, responsibilities }) => (
          <section key={group.id}>
            <h3>{side.onlyIn(group.label, roles.totalCount)}</h3>
            {roles.totalCount === 0 && <p class="fine">{side.noneOnly}</p>}
            <RoleItems roles={roles.nodes} frame={frame} />
            {roles.totalCount > roles.nodes.length && (
              <p class="fine">{words.overlap.more(roles.totalCount - roles.nodes.length)}</p>
            )}
            {responsibilities.totalCount > 0 && (
              <details class="as-table">
                <summary>{side.onlyDuties(responsibilities.totalCount)}</summary>
                <DutyNames duties={responsibilities} />
              </details>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

interface DutyNamesProps {
  readonly duties: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
  };
}

function DutyNames({ duties: { totalCount, nodes } }: DutyNamesProps) {
  return (
    <>
      <ul class="duties">
        {nodes.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {totalCount > nodes.length && <p class="fine">{words.overlap.more(totalCount - nodes.length)}</p>}
    </>
  );
}

function distinctTable({ groups, distinct }: ComparedGroups): Table {
  const { columns } = words.overlap;
  return {
    title: side.groupsApart,
    columns: [columns.where, columns.role],
    rows: distinct.flatMap(({ roles }, index) => roles.nodes.map(({ label }) => [groups[index]?.label ?? '', label])),
  };
}
