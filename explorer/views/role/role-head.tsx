import { AllPillarCells } from '../../pictures/all-pillar-cells.tsx';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { noEnds } from '../../state/address/paths-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { RoleDetails } from '../../state/questions/role-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { Ours } from '../team/ours.tsx';
import type { RoleFacts } from './role-facts.ts';

/** The most groups that are named in a sentence. */
const mostNamed = 4;

interface RoleHeadProps {
  readonly role: RoleDetails;
  readonly facts: RoleFacts;
  /** By which it was asked for, which may be one that it had before. */
  readonly slug: string;
  readonly frame: Frame | undefined;
}

/** What a role is called, what it is for, and where it stands and what it does in a sentence. */
export function RoleHead({ role, facts, slug, frame }: RoleHeadProps) {
  const { id, label, summary, alternateTitles, externalId, sameAs, pillars } = role;
  const signature = frame && signatureIn(frame, pillars);
  return (
    <header class="role-head">
      <h1>
        {label} {signature?.filled && <SignatureCells {...signature} />}
      </h1>
      {slug !== role.slug && <p class="fine">{words.role.replaced(slug, label)}</p>}
      {summary !== null && <p class="summary">{summary}</p>}
      <p>{frame && factsInWords(role, facts, frame)}</p>
      <Ours role={id} />
      {frame !== undefined && signature?.filled === null && <AllPillarCells pillars={frame.pillars} own={pillars} />}
      {alternateTitles.length > 0 && <p class="fine">{words.role.alsoCalled(list(alternateTitles))}</p>}
      {externalId !== null && <p class="fine">{words.role.code(externalId)}</p>}
      {sameAs.length > 0 && (
        <p class="fine">
          {words.role.elsewhere}
          {sameAs.map((url) => (
            <span key={url}>
              {' '}
              <a href={url} rel="noreferrer">
                {url.replace(/^https?:\/\//, '')}
              </a>
            </span>
          ))}
        </p>
      )}
      <p class="of-role">
        <Link to={{ name: 'PATHS', question: { ...noEnds, from: id } }} class="button">
          {words.role.pathTo}
        </Link>
      </p>
    </header>
  );
}

function factsInWords(role: RoleDetails, facts: RoleFacts, frame: Frame): string {
  const places = placesOf(role, frame);
  const { done, only, consulted, informed } = facts;
  return [
    ...(places.length === 0 ? [] : [words.role.stands(places)]),
    done.length === 0 ? words.role.statesNoDuty : words.role.does(done.length, only.length),
    ...(consulted.length + informed.length === 0 ? [] : [words.role.involved(consulted.length, informed.length)]),
  ].join(' ');
}

/** The groups in which a role stands: by their names if there are few, otherwise by their number. */
function placesOf({ pillars, organizationTypes }: RoleDetails, frame: Frame): readonly string[] {
  return [
    ...placesIn(pillars, frame.pillars.length, words.groups.PILLAR),
    ...placesIn(organizationTypes, frame.organizationTypes.length, words.groups.ORGANIZATION_TYPE),
  ];
}

function placesIn(
  groups: readonly { readonly name: string }[],
  all: number,
  kind: typeof words.groups.PILLAR | typeof words.groups.ORGANIZATION_TYPE,
): readonly string[] {
  if (groups.length <= mostNamed) return groups.map(({ name }) => name);
  return [groups.length === all ? words.role.all(all, kind.other) : words.role.some(groups.length, all, kind.other)];
}
