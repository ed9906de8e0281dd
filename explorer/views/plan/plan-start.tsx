import { nothingToCover } from '../../state/address/plan-address.ts';
import { Link } from '../../state/link.tsx';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { aloneQueryText } from '../../state/questions/plan-questions.ts';
import { capitalized } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { Jumps } from '../jumps.tsx';
import { usePageTitle } from '../page-title.ts';
import { aloneAnchor } from '../plan-anchors.ts';
import { TakeAlong } from '../take-along.tsx';
import { AloneCard } from './alone-card.tsx';
import { GroupFinder } from './group-finder.tsx';

/** The question what a meeting is about, as chips: one click gives a plan. */
export function PlanStart({ frame }: { readonly frame: Frame | undefined }) {
  usePageTitle(words.plan.question);
  return (
    <>
      <h1>{words.plan.question}</h1>
      <p class="lead">{words.plan.explained}</p>
      <Jumps
        to={[
          { id: 'choose', label: words.plan.choose },
          { id: aloneAnchor, label: words.plan.alone.title },
        ]}
      />
      <section class="card plan-start" aria-labelledby="choose" aria-busy={frame === undefined}>
        <h2 id="choose">{words.plan.choose}</h2>
        {frame !== undefined && (
          <>
            <Groups title={words.groups.PILLAR.other} groups={frame.pillars} />
            <Groups title={words.groups.ORGANIZATION_TYPE.other} groups={frame.organizationTypes} />
          </>
        )}
        <GroupFinder
          onChoose={(id) => {
            openView({ name: 'PLAN', question: { ...nothingToCover, cover: [id] } });
          }}
        />
        <p class="fine">{words.plan.chooseMore}</p>
      </section>
      <AloneCard groups={[]} labels={[]} frame={frame} invited={[]} />
      <TakeAlong query={aloneQueryText} variables={{ of: null }} />
    </>
  );
}

interface GroupsProps {
  readonly title: string;
  readonly groups: Frame['pillars'];
}

function Groups({ title, groups }: GroupsProps) {
  if (groups.length === 0) return null;
  return (
    <>
      <h3>{capitalized(title)}</h3>
      <ul class="choices">
        {groups.map(({ id, name }) => (
          <li key={id}>
            <Link to={{ name: 'PLAN', question: { ...nothingToCover, cover: [id] } }} class="filter choice">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
