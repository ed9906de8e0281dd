import { useRef } from 'preact/hooks';
import { heatmapAnswer } from '../../../src/drawing/heatmap/heatmap-answer.ts';
import type { HeatmapData } from '../../../src/drawing/heatmap/heatmap-data.ts';
import { heatmapTable } from '../../../src/drawing/heatmap/heatmap-table.ts';
import { matrixTable } from '../../../src/drawing/matrix/matrix-table.ts';
import { upsetTable } from '../../../src/drawing/upset/upset-table.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import {
  allRolesIn,
  type ComparedKind,
  type OverlapPicture,
  type OverlapQuestion,
  type OverlapSelection,
} from '../../state/address/overlap-address.ts';
import { type Asked, useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import {
  heatmapAnswers,
  heatmapParameters,
  matrixAnswers,
  matrixParameters,
  upsetAnswers,
  upsetParameters,
} from '../../state/questions/overlap-questions.ts';
import { roleLinesQueryText } from '../../state/questions/role-lines-questions.ts';
import { sharedRolesQueryText } from '../../state/questions/shared-roles-questions.ts';
import type { Table } from '../../state/table.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';
import { TakeAlong } from '../take-along.tsx';
import { AskedPart } from './asked-part.tsx';
import { HeatmapCard } from './heatmap-card.tsx';
import { KindChips } from './kind-chips.tsx';
import { type Listed, ListCard, listedTable, listedTitle, useListed, useShown } from './listed.tsx';
import { MatrixCard } from './matrix-card.tsx';
import type { Selecting } from './select-link.tsx';
import { UpsetCard } from './upset-card.tsx';

interface KindViewProps {
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

/** All groups of a kind: what every two share, in which combinations roles stand, and each role by itself. */
export function KindView({ question, frame }: KindViewProps) {
  const wanted = question.kind === 'CHOICE' ? undefined : question.kind;
  const pairs = useAnswer(heatmapAnswers, { kind: wanted ?? null, of: [] });
  const { data } = pairs;
  const kind = wanted ?? data?.kind ?? null;
  const selected = question.selected ?? (data === undefined ? undefined : strongestOf(data));
  const chosen = useListed(selected ?? null);
  const answer = data === undefined ? undefined : heatmapAnswer(data);
  const isListed = question.selected !== undefined && chosen.status === 'READY';
  const title = isListed ? listedTitle(chosen.data) : (answer?.title ?? words.overlap.loading);
  const howToLook = words.overlap.howToLook(kind !== 'TOPIC');
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{answer === undefined ? '' : `${isListed ? '' : answer.lead} ${howToLook}`.trim()}</p>
      <KindChips shown={kind} frame={frame} />
      {pairs.status === 'FAILED' ? (
        <FailureNote failure={pairs.failure} retry={pairs.retry} />
      ) : data === undefined || kind === null ? (
        <div class="overlap" aria-busy="true">
          <p class="unseen">{words.states.loading}</p>
          <div class="skeleton" />
        </div>
      ) : (
        <Pictures
          key={kind}
          kind={kind}
          data={data}
          isOutdated={pairs.status === 'LOADING'}
          question={question}
          selected={selected ?? null}
          chosen={chosen}
          frame={frame}
        />
      )}
    </>
  );
}

/** The pair that shares the most, which is listed while nothing was clicked. */
function strongestOf({ groups, strongest }: HeatmapData): OverlapSelection | undefined {
  if (strongest === null) return undefined;
  const ids = [strongest.first, strongest.second].map((position) => itemAt(groups, position).id);
  return allRolesIn(ids);
}

/** Of more groups than these, roles that stand in one only would fill the plot, and hide what is shared. */
const mostWithSingles = 8;

interface PicturesProps extends KindViewProps {
  readonly kind: ComparedKind;
  readonly data: HeatmapData;
  /** Whether another one is on its way. */
  readonly isOutdated: boolean;
  readonly selected: OverlapSelection | null;
  readonly chosen: Asked<Listed>;
}

function Pictures({ kind, data, isOutdated, question, selected, chosen, frame }: PicturesProps) {
  const combinations = { kind, minGroups: data.groups.length > mostWithSingles ? 2 : 1 };
  const upset = useAnswer(upsetAnswers, kind === 'TOPIC' ? null : combinations);
  const rows = { by: kind, hasEveryRole: question.hasEveryRole === true };
  const matrix = useAnswer(matrixAnswers, rows);
  const list = useRef<HTMLElement>(null);
  const onSelect = useShown(list, chosen);
  const selecting: Selecting = { question, listed: selected, onSelect };
  const picture = selected?.picture ?? 'HEATMAP';
  const card = (of: OverlapPicture) =>
    of === picture &&
    selected !== null && <ListCard key="listed" element={list} asked={chosen} question={question} frame={frame} />;
  const parameters = {
    HEATMAP: heatmapParameters({ kind, of: [] }),
    UPSET: upsetParameters(combinations),
    MATRIX: matrixParameters(rows),
  };
  const listed = chosen.status === 'READY' ? chosen.data : undefined;
  const tables = (): readonly Table[] => [
    ...(listed === undefined ? [] : [listedTable(listed, frame)]),
    heatmapTable(data),
    ...(upset.status === 'READY' ? [upsetTable(upset.data)] : []),
    ...(matrix.status === 'READY' ? [matrixTable(matrix.data)] : []),
  ];
  return (
    <>
      <div class={isOutdated ? 'overlap waiting' : 'overlap'} aria-busy={isOutdated}>
        {data.groups.length > 1 && <HeatmapCard data={data} selecting={selecting} />}
        {card('HEATMAP')}
        {kind !== 'TOPIC' && (
          <AskedPart asked={upset} draw={(answer) => <UpsetCard data={answer} selecting={selecting} />} />
        )}
        {card('UPSET')}
        <AskedPart asked={matrix} draw={(answer) => <MatrixCard data={answer} selecting={selecting} />} />
        {card('MATRIX')}
      </div>
      <TakeAlong
        tables={tables}
        picture={{ kind: picture.toLowerCase(), parameters: parameters[picture] }}
        {...queryOf(selected, listed)}
      />
    </>
  );
}

/** The query for what is listed. */
function queryOf(selected: OverlapSelection | null, listed: Listed | undefined) {
  if (selected !== null && selected.role !== null) {
    return { query: roleLinesQueryText, variables: { role: selected.role } };
  }
  return { query: sharedRolesQueryText, variables: listed?.shared?.variables ?? {} };
}
