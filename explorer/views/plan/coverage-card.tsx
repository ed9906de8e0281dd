import type { ComponentChild } from 'preact';
import type { PlanData, PlannedItem } from '../../../src/drawing/plan/plan-data.ts';
import { itemsInWords, nameOfItem } from '../../../src/drawing/plan/plan-sentences.ts';
import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { OpenDuty } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';
import { fewOf, useFirstOf } from '../first-of.ts';
import { ShowMore } from '../show-more.tsx';
import type { ShownPlan } from './plan-answer.tsx';
import { nameOfDuty } from './plan-facts.ts';
import { seatedToo } from './seats.ts';

/** How many items are shown at first; duties of several groups are hundreds. */
const mostAtFirst = 20;
/** How many who cover an item are named. */
const mostWho = 3;

/** What nobody does, first; then everything that is to be covered, with who covers it. */
export function CoverageCard({ shown }: { readonly shown: ShownPlan }) {
  const { plan } = shown;
  const covered = plan.items.filter(({ by }) => by.length > 0);
  return (
    <section class="card" aria-labelledby="coverage">
      <h2 id="coverage">{words.plan.coverage}</h2>
      <Open shown={shown} />
      {plan.unit === 'CATEGORY' && <p class="fine">{words.plan.coverageExplained}</p>}
      <Some items={covered}>{(item) => <Item key={`${item.id} ${item.group}`} item={item} plan={plan} />}</Some>
    </section>
  );
}

interface SomeProps<Item> {
  readonly items: readonly Item[];
  readonly children: (item: Item) => ComponentChild;
}

/** The first items of a list, and all when they are asked for. */
function Some<Item>({ items, children }: SomeProps<Item>) {
  const { shown, more, showAll } = useFirstOf(items, fewOf(items, mostAtFirst));
  return (
    <>
      <ul class="covered">{shown.map(children)}</ul>
      {more > 0 && <ShowMore label={words.plan.showAll(more)} show={showAll} />}
    </>
  );
}

function Item({ item, plan }: { readonly item: PlannedItem; readonly plan: PlanData }) {
  const { duties } = item;
  return (
    <li class={item.hue === undefined ? undefined : ruleClass(hueAt(item.hue))}>
      <div class="covered-item">
        <Link to={viewOfNode(item.id)}>{nameOfItem(item)}</Link>
        {duties !== undefined && duties.count > 0 && (
          <meter
            class="bar"
            min={0}
            max={duties.count}
            value={duties.covered}
            title={words.plan.done(duties.covered, duties.count)}
            aria-label={words.plan.done(duties.covered, duties.count)}
          />
        )}
      </div>
      <p class="fine">
        <Who item={item} plan={plan} />
        {duties !== undefined && duties.count > 0 && ` · ${words.plan.done(duties.covered, duties.count)}`}
      </p>
    </li>
  );
}

/** Who covers an item, each with a link to their seat. */
function Who({ item: { by }, plan: { invites } }: { readonly item: PlannedItem; readonly plan: PlanData }) {
  const { shown, more, showAll } = useFirstOf(by, fewOf(by, mostWho));
  return (
    <>
      {shown.map((position, index) => {
        const invite = invites[position];
        return (
          invite !== undefined && (
            <span key={position}>
              {index > 0 && ', '}
              <a href={`#seat-${position + 1}`} data-node={invite.id}>
                {invite.label}
              </a>
            </span>
          )
        );
      })}
      {more > 0 && <ShowMore isInText label={words.plan.more(more)} show={showAll} />}
    </>
  );
}

/** What nobody invited covers or does, and who could. */
function Open({ shown }: { readonly shown: ShownPlan }) {
  const { plan, details } = shown;
  const { uncoveredResponsibilities: open } = details;
  const items = plan.items.filter(({ by }) => by.length === 0);
  if (items.length === 0 && open.totalCount === 0) return <p class="all-done">{words.plan.everything}</p>;
  return (
    <div class="open">
      {plan.unit !== 'RESPONSIBILITY' && items.length > 0 && (
        <p>
          <strong>{words.plan.nobodyCovers(itemsInWords(items.length, plan.unit))}</strong>: <OpenItems items={items} />
        </p>
      )}
      {open.totalCount > 0 && (
        <details>
          <summary>
            <strong>{words.plan.nobodyDoes(open.totalCount)}</strong>
          </summary>
          <Some items={open.edges}>
            {(duty) => <Duty key={`${duty.node.id} ${duty.group?.label ?? ''}`} duty={duty} shown={shown} />}
          </Some>
          {open.totalCount > open.edges.length && (
            <p class="fine">{words.plan.moreStandIns(open.totalCount - open.edges.length)}</p>
          )}
        </details>
      )}
    </div>
  );
}

function OpenItems({ items }: { readonly items: readonly PlannedItem[] }) {
  const { shown, more, showAll } = useFirstOf(items, items.slice(0, mostAtFirst));
  return (
    <>
      {shown.map((item, index) => (
        <span key={`${item.id} ${item.group}`}>
          {index > 0 && '; '}
          <Link to={viewOfNode(item.id)}>{nameOfItem(item)}</Link>
        </span>
      ))}
      {more > 0 && <ShowMore isInText label={words.plan.more(more)} show={showAll} />}
    </>
  );
}

function Duty({ duty, shown: { plan, request } }: { readonly duty: OpenDuty; readonly shown: ShownPlan }) {
  const { node, carriers } = duty;
  const seats = plan.invites.map(({ id }) => id);
  const more = carriers.totalCount - carriers.nodes.length;
  return (
    <li>
      <Link to={viewOfNode(node.id)}>{nameOfDuty(duty, plan)}</Link>
      <p class="fine">
        {carriers.totalCount === 0 ? (
          words.plan.nobodyAtAll
        ) : (
          <>
            {words.plan.couldDo}{' '}
            {carriers.nodes.map((role, index) => (
              <span key={role.id}>
                {index > 0 && ', '}
                <Link to={{ name: 'ROLE', slug: role.slug }}>{role.label}</Link> (
                <Link
                  to={{ name: 'PLAN', question: seatedToo(request.question, seats, role.id) }}
                  aria-label={words.plan.inviteRole(role.label)}
                >
                  {words.plan.invite}
                </Link>
                )
              </span>
            ))}
            {more > 0 && ` ${words.plan.moreStandIns(more)}`}
          </>
        )}
      </p>
    </li>
  );
}
