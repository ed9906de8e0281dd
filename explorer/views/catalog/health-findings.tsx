import type { ComponentChildren } from 'preact';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import type { Asked } from '../../state/answers.ts';
import { nothingToCover } from '../../state/address/plan-address.ts';
import { Link } from '../../state/link.tsx';
import type { ExaminedRoles } from '../../state/questions/catalog-questions.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { percent } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { FirstAndRest } from '../first-and-rest.tsx';
import { HelpLink } from '../help-link.tsx';
import { aloneAnchor } from '../plan-anchors.ts';
import { type Health, type NamedRole, nearlyTheSame } from './health.ts';

const own = words.catalogPage.health;

interface HealthFindingsProps {
  readonly asked: Asked<ExaminedRoles>;
  readonly health: Health | undefined;
  readonly frame: Frame | undefined;
}

/** What needs attention, each with what to do about it and the roles that it is about. */
export function HealthFindings({ asked, health, frame }: HealthFindingsProps) {
  return (
    <section class="card" aria-labelledby="health">
      <h2 id="health">{own.title}</h2>
      {asked.status === 'FAILED' && <FailureNote failure={asked.failure} retry={asked.retry} />}
      {asked.status === 'LOADING' && <p aria-busy="true">{words.states.loading}</p>}
      {health !== undefined && <Findings health={health} frame={frame} />}
    </section>
  );
}

interface FindingsProps {
  readonly health: Health;
  readonly frame: Frame | undefined;
}

function Findings({ health, frame }: FindingsProps) {
  const { withoutDuties, lonely, maybeOne, neverToldApart, withoutSummary, examinedCount, roleCount } = health;
  const role = (each: NamedRole) => <RoleLink role={each} frame={frame} />;
  const isNothing = [withoutDuties, lonely, maybeOne, neverToldApart, withoutSummary].every(
    ({ length }) => length === 0,
  );
  return (
    <>
      <p class="fine">
        <Link to={{ name: 'PLAN', question: nothingToCover }} part={aloneAnchor} class="text-link">
          {words.plan.alone.title}
        </Link>
      </p>
      {isNothing && <p>{own.none}</p>}
      {withoutDuties.length > 0 && (
        <Finding title={own.withoutDuties(withoutDuties.length)} advice={own.withoutDutiesAdvice}>
          <Few items={withoutDuties} show={role} />
        </Finding>
      )}
      {lonely.length > 0 && (
        <Finding title={own.lonely(lonely.length)} advice={own.lonelyAdvice}>
          <Few items={lonely} show={role} />
        </Finding>
      )}
      {maybeOne.length > 0 && (
        <Finding title={own.maybeOne(maybeOne.length)} advice={own.maybeOneAdvice}>
          <Few
            items={maybeOne}
            show={({ roles, score, sharedDuties }) => (
              <RoleLinks roles={roles} frame={frame}>
                <p class="fine">{own.pair(percent(score), sharedDuties)}</p>
              </RoleLinks>
            )}
          />
        </Finding>
      )}
      {neverToldApart.length > 0 && (
        <Finding title={own.neverToldApart(neverToldApart.length)} advice={own.neverToldApartAdvice}>
          <Few items={neverToldApart} show={(roles) => <RoleLinks roles={roles} frame={frame} />} />
        </Finding>
      )}
      {withoutSummary.length > 0 && (
        <Finding title={own.withoutSummary(withoutSummary.length)} advice={own.withoutSummaryAdvice}>
          <Few items={withoutSummary} show={role} />
        </Finding>
      )}
      {examinedCount < roleCount && <p class="fine">{own.examined(examinedCount, roleCount)}</p>}
      <details class="fine explained">
        <summary>{own.how}</summary>
        {own.explained(percent(nearlyTheSame)).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>
          {own.onCommandLine} <code>{own.command}</code> <HelpLink about="GRAIN" />
        </p>
      </details>
    </>
  );
}

interface FindingProps {
  readonly title: string;
  readonly advice: string;
  readonly children: ComponentChildren;
}

function Finding({ title, advice, children }: FindingProps) {
  return (
    <div class="finding">
      <h3>{title}</h3>
      <p class="fine">{advice}</p>
      {children}
    </div>
  );
}

/** The most items of a list that are shown before it is unfolded. */
const mostShown = 12;

interface FewProps<Item> {
  readonly items: readonly Item[];
  readonly show: (item: Item) => ComponentChildren;
}

function Few<Item>({ items, show }: FewProps<Item>) {
  return (
    <FirstAndRest items={items} most={mostShown} more={own.more} isPrinted>
      {(some) => (
        <ul class="found-roles">
          {some.map((item, index) => (
            <li key={index}>{show(item)}</li>
          ))}
        </ul>
      )}
    </FirstAndRest>
  );
}

interface RoleLinksProps {
  readonly roles: readonly NamedRole[];
  readonly frame: Frame | undefined;
  readonly children?: ComponentChildren;
}

/** Roles that belong together. */
function RoleLinks({ roles, frame, children }: RoleLinksProps) {
  return (
    <div class="role-links">
      {roles.map((role) => (
        <RoleLink key={role.id} role={role} frame={frame} />
      ))}
      {children}
    </div>
  );
}

function RoleLink({ role, frame }: { readonly role: NamedRole; readonly frame: Frame | undefined }) {
  return (
    <Link to={{ name: 'ROLE', slug: role.slug }} class="role-link">
      <span>{role.label}</span>
      {frame !== undefined && <SignatureCells {...signatureIn(frame, role.pillars)} />}
    </Link>
  );
}
