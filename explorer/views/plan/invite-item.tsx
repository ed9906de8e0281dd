import type { PlannedItem } from '../../../src/drawing/plan/plan-data.ts';
import { nameOfItem } from '../../../src/drawing/plan/plan-sentences.ts';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { InviteDetails, InviteLine } from '../../state/questions/plan-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { counted, list, number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';
import { fewOf, useFirstOf } from '../first-of.ts';
import { Folded } from '../folded.tsx';
import { ShowMore } from '../show-more.tsx';
import { InviteLines } from './invite-lines.tsx';
import type { ShownPlan } from './plan-answer.tsx';
import { coveredBy, lineFor, linesIn, nameOfDuty, peopleWith } from './plan-facts.ts';
import { StandIns } from './stand-ins.tsx';
import { SwapPanel } from './swap-panel.tsx';

/** How many names a line of a card has; all are in what unfolds below it. */
const mostNamed = 4;
const mostOthers = 2;

interface InviteItemProps {
  readonly invite: InviteDetails;
  /** From 0. */
  readonly position: number;
  readonly shown: ShownPlan;
}

/** A seat: who has it, what only this role brings by which lines, who could stand in, and what a swap would change. */
export function InviteItem({ invite, position, shown }: InviteItemProps) {
  const { frame, team, plan, request } = shown;
  const { node, seat, essential } = invite;
  const lines = linesIn(node.appearances, request.question, frame);
  const people = peopleWith(team, node.id);
  // After a swap, all seats are chosen.
  const isAllChosen = plan.invites.every((each) => each.seat === 'REQUIRED');
  return (
    <li id={`seat-${position + 1}`} class="invite">
      <span class="rank" aria-hidden="true">
        {number(position + 1)}
      </span>
      <div class="invite-content">
        <h3>
          <span class="unseen">{words.plan.seatNumber(position + 1)}: </span>
          <Link to={{ name: 'ROLE', slug: node.slug }} data-node={node.id}>
            {node.label}
          </Link>{' '}
          {frame !== undefined && <SignatureCells {...signatureIn(frame, node.pillars)} />}
        </h3>
        <p class="fine seat-facts">
          {seat !== 'PLANNED' && !isAllChosen && <span>{words.plan.seat[seat]}</span>}
          {essential === true && seat === 'PLANNED' && <span>{words.plan.essential}</span>}
          {team.length > 0 && <span>{people.length > 0 ? words.plan.person(list(people)) : words.plan.noPerson}</span>}
        </p>
        <Brings invite={invite} position={position} shown={shown} lines={lines} />
        <StandIns invite={invite} position={position} shown={shown} />
        <div class="folds">
          <Folded class="folded" summary={doesInWords(lines)}>
            <InviteLines
              lines={lines}
              role={node.label}
              only={invite.exclusiveResponsibilities.edges.map((edge) => edge.node.id)}
            />
          </Folded>
          <Folded class="folded" summary={words.plan.swap} label={words.plan.swapSeat(node.label)}>
            <SwapPanel invite={invite} request={request} plan={plan} />
          </Folded>
        </div>
      </div>
    </li>
  );
}

function doesInWords(lines: readonly InviteLine[]): string {
  const duties = new Set(lines.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id)));
  return words.plan.lines(counted(duties.size, words.plan.dutyCount), counted(lines.length, words.plan.lineCount));
}

interface BringsProps extends InviteItemProps {
  readonly lines: readonly InviteLine[];
}

/** What a role brings: in bold what nobody else invited does. */
function Brings({ invite, position, shown: { plan, request, frame }, lines }: BringsProps) {
  const { alone, withOthers } = coveredBy(plan, position);
  // Where duties are what is to be covered, they are the items.
  const duties = plan.unit === 'RESPONSIBILITY' ? [] : invite.exclusiveResponsibilities.edges;
  if (alone.length + withOthers.length + duties.length === 0) return <p class="fine">{words.plan.bringsNothing}</p>;
  const asked = { plan, question: request.question, frame };
  const others = ({ by }: PlannedItem) =>
    by.filter((other) => other !== position).flatMap((other) => plan.invites[other]?.label ?? []);
  const items = [...alone, ...withOthers].map((item) => ({
    id: item.id,
    label: nameOfItem(item),
    line: lineFor(lines, item, asked),
    others: others(item),
  }));
  const only = duties.map((duty) => ({
    id: duty.node.id,
    label: nameOfDuty(duty, plan),
    line: lineFor(lines, { id: duty.node.id, group: duty.group?.label ?? '' }, asked),
    others: [],
  }));
  return (
    <>
      <Names lead={words.plan.brings} names={items} role={invite.node.label} />
      <Names lead={words.plan.onlyDoes} names={only} role={invite.node.label} />
    </>
  );
}

interface NamesProps {
  readonly lead: string;
  readonly role: string;
  readonly names: readonly {
    readonly id: string;
    readonly label: string;
    readonly line: InviteLine | null;
    /** Who else invited does it. */
    readonly others: readonly string[];
  }[];
}

/** Names with the lines that say so: the first few, and the others when they are asked for. A line of all is named once. */
function Names({ lead, names, role }: NamesProps) {
  const { shown, more, showAll } = useFirstOf(names, fewOf(names, mostNamed));
  if (names.length === 0) return null;
  const line = names[0]?.line ?? null;
  const isOneLine = names.every((name) => name.line?.id === line?.id);
  return (
    <div class="brings">
      <span class="muted">{lead}:</span>{' '}
      {shown.map((name, index) => (
        <span key={`${name.label} ${index}`}>
          <Link to={viewOfNode(name.id)} class={name.others.length === 0 ? 'only-here' : undefined}>
            {name.label}
          </Link>
          {!isOneLine && <Line line={name.line} role={role} />}
          {name.others.length > 0 && <span class="muted"> {words.plan.asDo(othersInWords(name.others))}</span>}
          {index < names.length - 1 && '; '}
        </span>
      ))}
      {more > 0 && <ShowMore isInText label={words.plan.more(more)} show={showAll} />}
      {isOneLine && <Line line={line} role={role} />}
    </div>
  );
}

function Line({ line, role }: { readonly line: InviteLine | null; readonly role: string }) {
  if (line?.source == null) return null;
  return (
    <>
      {' '}
      <LineWords line={line} role={role} />
    </>
  );
}

function othersInWords(names: readonly string[]): string {
  const named = names.slice(0, mostOthers);
  const more = names.length - named.length;
  return list(more > 0 ? [...named, words.plan.more(more)] : named);
}
