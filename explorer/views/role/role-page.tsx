import { useMemo, useRef, useState } from 'preact/hooks';
import { useLighting } from '../../pictures/lighting.ts';
import { useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import {
  firstCloseRoles,
  mostCloseRoles,
  neighbourhoodParameters,
  roleAnswers,
  type RoleDetails,
  roleQueryText,
  roleVariables,
} from '../../state/questions/role-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { Jumps } from '../jumps.tsx';
import { usePageTitle } from '../page-title.ts';
import { TakeAlong } from '../take-along.tsx';
import { CloseRoles } from './close-roles.tsx';
import { Neighbourhood } from './neighbourhood.tsx';
import { NoRole } from './no-role.tsx';
import { OnlyDuties } from './only-duties.tsx';
import { RelatedNodes } from './related-nodes.tsx';
import { roleFacts } from './role-facts.ts';
import { RoleFiles } from './role-files.tsx';
import { RoleHead } from './role-head.tsx';
import { RoleLines } from './role-lines.tsx';
import { roleTables } from './role-tables.ts';

interface RolePageProps {
  readonly slug: string;
  readonly frame: Frame | undefined;
}

/** One role: where it stands and what it does there, which roles are closest, and its neighbourhood as a picture. */
export function RolePage({ slug, frame }: RolePageProps) {
  const [closeRoles, setCloseRoles] = useState(firstCloseRoles);
  const asked = useAnswer(roleAnswers, { slug, closeRoles });
  const role = asked.data;
  usePageTitle(role?.label ?? words.kinds.ROLE);
  if (role === undefined) {
    return (
      <>
        <h1>{words.kinds.ROLE}</h1>
        {asked.status === 'FAILED' ? <FailureNote failure={asked.failure} retry={asked.retry} /> : <RoleSkeleton />}
      </>
    );
  }
  if (role === null) return <NoRole slug={slug} frame={frame} />;
  const showMore = () => {
    setCloseRoles(mostCloseRoles);
  };
  return (
    <>
      <Role role={role} slug={slug} frame={frame} showMore={closeRoles < mostCloseRoles ? showMore : undefined} />
      <TakeAlong
        tables={() => roleTables(role)}
        picture={{ kind: 'neighbourhood', parameters: neighbourhoodParameters(role.id) }}
        query={roleQueryText}
        variables={roleVariables({ slug, closeRoles })}
      />
    </>
  );
}

interface RoleProps extends RolePageProps {
  readonly role: RoleDetails;
  readonly showMore: (() => void) | undefined;
}

function Role({ role, slug, frame, showMore }: RoleProps) {
  const root = useRef<HTMLElement>(null);
  const [lit, setLit] = useState<string | null>(null);
  useLighting(root, setLit);
  const facts = useMemo(() => roleFacts(role), [role]);
  const shared = useMemo(() => sharedWith(role, lit), [role, lit]);
  return (
    <article ref={root}>
      <RoleHead role={role} facts={facts} slug={slug} frame={frame} />
      <Jumps
        to={[
          { id: 'lines', label: words.role.lines },
          { id: 'closest', label: words.role.closest },
          ...(facts.only.length > 0 ? [{ id: 'only', label: words.role.only(facts.only.length) }] : []),
          { id: 'together', label: words.role.together },
          { id: 'neighbourhood', label: words.role.picture },
        ]}
      />
      <div class="role">
        <section class="card" aria-labelledby="lines">
          <h2 id="lines">{words.role.lines}</h2>
          <RoleLines lines={role.appearances} label={role.label} frame={frame} shared={shared} />
        </section>
        <div class="role-side">
          <section class="card" aria-labelledby="closest">
            <h2 id="closest">{words.role.closest}</h2>
            <CloseRoles role={role} frame={frame} showMore={showMore} />
          </section>
          <OnlyDuties duties={facts.only} />
          <RelatedNodes id={role.id} />
          <RoleFiles id={role.id} />
        </div>
        <Neighbourhood id={role.id} />
      </div>
    </article>
  );
}

/** What is there while the answer is on its way. */
function RoleSkeleton() {
  return (
    <div class="role" aria-busy="true">
      <p class="unseen">{words.states.loading}</p>
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}

/** The ids of the duties and categories that a role has in common with one of its closest. */
function sharedWith({ overlaps }: RoleDetails, other: string | null): ReadonlySet<string> {
  const overlap = overlaps.edges.find(({ node }) => node.id === other)?.overlap;
  return new Set(
    [...(overlap?.sharedResponsibilities ?? []), ...(overlap?.sharedCategories ?? [])].map(({ id }) => id),
  );
}
