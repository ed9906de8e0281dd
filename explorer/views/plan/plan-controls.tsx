import type { ComponentChildren } from 'preact';
import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import type { View } from '../../state/address/address.ts';
import { type PlanQuestion, planUnits } from '../../state/address/plan-address.ts';
import { Link } from '../../state/link.tsx';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { useLabels } from '../../state/labels.ts';
import { roleKind } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';
import { GroupFinder } from './group-finder.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { SeatStepper } from './seat-stepper.tsx';
import { excluded, required, toggledIn } from './seats.ts';

const controls = words.plan.controls;

/** More roles that were chosen by name than this are one chip: after a swap, all seats are chosen. */
const mostChosenChips = 3;

interface PlanControlsProps {
  readonly question: PlanQuestion;
  readonly frame: Frame | undefined;
  /** The plan that is shown, if there is one. */
  readonly plan: PlanData | undefined;
}

/** What a plan is made of, as chips: each is a link to the plan with or without it. */
export function PlanControls({ question, frame, plan }: PlanControlsProps) {
  const { cover, by, isFromCatalog, isFromTeam, without } = question;
  const labelOf = useLabels([...cover, ...question.with, ...without], frame);
  return (
    <nav class="filters plan-controls" aria-label={controls.label}>
      {cover.map((id) => (
        <Chip
          key={id}
          to={planWith({ ...question, cover: toggledIn(cover, id) })}
          removes={controls.uncover(labelOf(id))}
        >
          {controls.cover(labelOf(id))}
        </Chip>
      ))}
      <CoverMenu question={question} frame={frame} />
      <PlanMenu label={controls.by(words.plan.unit[by].other)}>
        {(fold) => (
          <ul>
            {planUnits.map((unit) => (
              <Option key={unit} to={planWith({ ...question, by: unit })} isOn={unit === by} onFollow={fold}>
                {controls.byWhat[unit]}
              </Option>
            ))}
          </ul>
        )}
      </PlanMenu>
      {plan !== undefined && <SeatStepper question={question} plan={plan} />}
      <RoleMenu label={controls.mustHave} planFor={(id) => required(question, id)} />
      <RoleMenu label={controls.cannotCome} planFor={(id) => excluded(question, id)} />
      <Chosen question={question} labelOf={labelOf} />
      {without.map((id) => (
        <Chip
          key={id}
          to={planWith({ ...question, without: toggledIn(without, id) })}
          removes={controls.letIn(labelOf(id))}
        >
          {controls.hasNot(labelOf(id))}
        </Chip>
      ))}
      <Chip to={planWith({ ...question, isFromCatalog: !isFromCatalog })} isOn={isFromCatalog}>
        {controls.elsewhere}
      </Chip>
      <Chip to={planWith({ ...question, isFromTeam: !isFromTeam })} isOn={isFromTeam}>
        {controls.ours}
      </Chip>
    </nav>
  );
}

interface RoleMenuProps {
  readonly label: string;
  /** What a plan is asked when a role is chosen, by its id. */
  readonly planFor: (id: string) => PlanQuestion;
}

function RoleMenu({ label, planFor }: RoleMenuProps) {
  return (
    <PlanMenu label={label}>
      {(fold) => (
        <Finder
          isSmall
          isLabelShown
          label={words.plan.pickRole}
          placeholder={words.plan.pickRoleHint}
          kinds={roleKind}
          onChoose={({ node: { id } }) => {
            fold();
            openView(planWith(planFor(id)));
          }}
        />
      )}
    </PlanMenu>
  );
}

function planWith(question: PlanQuestion): View {
  return { name: 'PLAN', question };
}

interface ChipProps {
  readonly to: View;
  readonly isOn?: boolean;
  /** What following it does, for a chip that it removes. */
  readonly removes?: string;
  readonly children: ComponentChildren;
}

function Chip({ to, isOn = false, removes, children }: ChipProps) {
  return (
    <Link to={to} class="filter" aria-current={isOn || removes !== undefined ? 'true' : undefined}>
      {children}
      {removes !== undefined && (
        <>
          <span class="sign" aria-hidden="true">
            ×
          </span>
          <span class="unseen">{removes}</span>
        </>
      )}
    </Link>
  );
}

interface OptionProps {
  readonly to: View;
  readonly isOn: boolean;
  readonly onFollow: () => void;
  readonly children: ComponentChildren;
}

function Option({ to, isOn, onFollow, children }: OptionProps) {
  return (
    <li>
      <Link to={to} aria-current={isOn ? 'true' : undefined} onFollow={onFollow}>
        <span>{children}</span>
      </Link>
    </li>
  );
}

function CoverMenu({ question, frame }: Pick<PlanControlsProps, 'question' | 'frame'>) {
  const { cover } = question;
  const covering = (id: string) => planWith({ ...question, cover: toggledIn(cover, id) });
  const groups = frame === undefined ? [] : [...frame.pillars, ...frame.organizationTypes];
  return (
    <PlanMenu label={controls.coverMore}>
      {(fold) => (
        <>
          <ul>
            {groups.map(({ id, name }) => (
              <Option key={id} to={covering(id)} isOn={cover.includes(id)} onFollow={fold}>
                {name}
              </Option>
            ))}
          </ul>
          <GroupFinder
            onChoose={(id) => {
              fold();
              if (!cover.includes(id)) openView(covering(id));
            }}
          />
        </>
      )}
    </PlanMenu>
  );
}

interface ChosenProps {
  readonly question: PlanQuestion;
  readonly labelOf: (id: string) => string;
}

/** The roles that always have a seat. */
function Chosen({ question, labelOf }: ChosenProps) {
  const { with: roles } = question;
  if (roles.length > mostChosenChips) {
    return (
      <Chip to={planWith({ ...question, with: [] })} removes={controls.letAllGo}>
        {controls.hasMany(roles.length)}
      </Chip>
    );
  }
  return (
    <>
      {roles.map((id) => (
        <Chip key={id} to={planWith({ ...question, with: toggledIn(roles, id) })} removes={controls.letGo(labelOf(id))}>
          {controls.has(labelOf(id))}
        </Chip>
      ))}
    </>
  );
}
