import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { Picture, type LoadDrawing } from '../../pictures/picture.tsx';
import type { NeighbourhoodData } from '../../../src/drawing/neighbourhood/neighbourhood-data.ts';
import { noFilter } from '../../state/address/board-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import {
  type RoleDetails,
  neighbourhoodAnswers,
  roleAnswers,
  roleQueryText,
} from '../../state/questions/role-questions.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { signatureIn } from '../../state/signatures.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { TakeAlong } from '../take-along.tsx';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';
import { CloseRoles } from './close-roles.tsx';
import { RoleLines } from './role-lines.tsx';

interface RoleViewProps {
  readonly slug: string;
  readonly frame: Frame | undefined;
}

/** One role: where it stands and what it does there, which roles are closest, and its neighbourhood as a picture. */
export function RoleView({ slug, frame }: RoleViewProps) {
  const asked = useAnswer(roleAnswers, slug);
  const role = asked.status === 'READY' ? asked.data : undefined;
  usePageTitle(role?.label ?? words.kinds.ROLE);
  if (role === undefined) {
    return (
      <>
        <h1>{words.kinds.ROLE}</h1>
        {asked.status === 'FAILED' ? (
          <FailureNote failure={asked.failure} retry={asked.retry} />
        ) : (
          <p aria-busy="true">{words.states.loading}</p>
        )}
      </>
    );
  }
  if (role === null) return <NoRole slug={slug} />;
  return <Role role={role} frame={frame} />;
}

function NoRole({ slug }: { readonly slug: string }) {
  return (
    <div class="note">
      <h1>{words.role.unknown(slug)}</h1>
      <p>
        <Link to={{ name: 'BOARD', filter: noFilter }}>{words.states.toBoard}</Link>
      </p>
    </div>
  );
}

function Role({ role, frame }: { readonly role: RoleDetails; readonly frame: Frame | undefined }) {
  const { id, label, summary, alternateTitles, pillars, appearances, overlaps } = role;
  return (
    <article>
      <h1>
        {label} {frame !== undefined && <SignatureCells {...signatureIn(frame, pillars)} />}
      </h1>
      {summary !== null && <p class="lead">{summary}</p>}
      {alternateTitles.length > 0 && <p class="fine">{words.role.alsoCalled(list(alternateTitles))}</p>}
      <div class="role">
        <section class="card" aria-labelledby="lines">
          <h2 id="lines">{words.role.lines}</h2>
          <RoleLines lines={appearances} frame={frame} />
        </section>
        <section class="card" aria-labelledby="closest">
          <h2 id="closest">{words.role.closest}</h2>
          <CloseRoles roles={overlaps.edges} frame={frame} />
        </section>
      </div>
      <Neighbourhood id={id} />
      <TakeAlong
        picture={{ kind: 'neighbourhood', parameters: [['of', id]] }}
        query={roleQueryText}
        variables={{ id }}
      />
    </article>
  );
}

const loadNeighbourhood: LoadDrawing<NeighbourhoodData> = async () => {
  const { neighbourhoodDrawing } = await import('../../../src/drawing/neighbourhood/neighbourhood-drawing.ts');
  return neighbourhoodDrawing;
};

function Neighbourhood({ id }: { readonly id: string }) {
  const asked = useAnswer(neighbourhoodAnswers, id);
  return (
    <section class="card">
      {asked.status === 'READY' && <Picture data={asked.data} load={loadNeighbourhood} heading="h2" />}
      {asked.status === 'LOADING' && <p aria-busy="true">{words.states.loading}</p>}
      {asked.status === 'FAILED' && <FailureNote failure={asked.failure} retry={asked.retry} />}
    </section>
  );
}
