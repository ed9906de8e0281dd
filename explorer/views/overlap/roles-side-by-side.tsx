import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { noFilter } from '../../state/address/board-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { Line } from '../../state/questions/line-fields.ts';
import {
  type ComparedRole,
  type ComparedRoles,
  compareRolesQueryText,
  compareRolesVariables,
} from '../../state/questions/side-by-side-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import type { Table } from '../../state/table.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';
import { placeOf } from '../evidence/place-of.ts';
import { HelpLink } from '../help-link.tsx';
import { Ours } from '../team/ours.tsx';
import { TakeAlong } from '../take-along.tsx';
import { whereOf } from './line-list.tsx';
import { PairsOfRoles } from './pairs-of-roles.tsx';
import { rolesTitle } from './side-sentences.ts';

interface RolesProps {
  readonly data: ComparedRoles;
  readonly of: readonly string[];
  readonly frame: Frame | undefined;
}

const { side } = words.overlap;

/** Two to six roles side by side: what all of them do and which lines say so, what each does alone, and every two of them. */
export function RolesSideBySide({ data, of, frame }: RolesProps) {
  const [first, second] = of;
  const isPair = of.length === 2 && first !== undefined && second !== undefined;
  return (
    <>
      <div class="overlap">
        <section class="card" aria-labelledby="why">
          <h2 id="why">{side.why(data.roles.length)}</h2>
          <Why data={data} />
        </section>
        <section class="card listed" aria-labelledby="pairs">
          <h2 id="pairs">{isPair ? side.howMuch : side.pairs}</h2>
          <PairsOfRoles data={data} />
        </section>
        <section class="card" aria-labelledby="apart">
          <h2 id="apart">{side.apart}</h2>
          <Apart data={data} frame={frame} />
        </section>
      </div>
      <TakeAlong
        tables={() => [sharedTable(data), apartTable(data)]}
        {...(isPair && {
          picture: {
            kind: 'paths',
            parameters: [
              ['from', first],
              ['to', second],
            ],
          },
        })}
        query={compareRolesQueryText}
        variables={compareRolesVariables(of)}
      />
    </>
  );
}

/** What all of the roles do, and the categories in which all of them stand, each with the lines of each role. */
function Why({ data: { roles, shared } }: { readonly data: ComparedRoles }) {
  const { responsibilities, categories } = shared;
  if (responsibilities.length === 0 && categories.length === 0) {
    return (
      <p>
        {side.noneShared} <HelpLink about="NO_OVERLAP" />
      </p>
    );
  }
  return (
    <>
      {responsibilities.length > 0 && <h3>{side.sharedDuties}</h3>}
      <ul class="why">
        {responsibilities.map(({ id, name }) => (
          <li key={id}>
            <h4>
              <DutyLink id={id} name={name} />
            </h4>
            <Places roles={roles} linesOf={(role) => linesWith(role, id)} />
          </li>
        ))}
      </ul>
      {categories.length > 0 && <h3>{side.sharedCategories}</h3>}
      <ul class="why">
        {categories.map(({ id, label }) => (
          <li key={id}>
            <h4>
              <Link to={{ name: 'BOARD', filter: { ...noFilter, inAll: [id] } }}>{label}</Link>
            </h4>
            <Places roles={roles} linesOf={(role) => role.appearances.filter(({ category }) => category.id === id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function DutyLink({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to={{ name: 'BOARD', filter: { ...noFilter, performsAll: [id] } }}>{name}</Link>;
}

/** The lines of a role that give it a duty. */
function linesWith({ appearances }: ComparedRole, duty: string): readonly Line[] {
  return appearances.filter(({ responsibilities }) => responsibilities.some(({ id }) => id === duty));
}

interface PlacesProps {
  readonly roles: readonly ComparedRole[];
  readonly linesOf: (role: ComparedRole) => readonly Line[];
}

/** Which lines of each role say the same. */
function Places({ roles, linesOf }: PlacesProps) {
  return (
    <dl class="places">
      {roles.map((role) => (
        <div key={role.id}>
          <dt>{role.label}</dt>
          {linesOf(role).map((line) => (
            <dd key={line.id}>
              <span class="fine">{whereOf(line)}</span> <LineWords line={line} role={role.label} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** The duties and groups that each of the roles has alone. */
function Apart({ data: { roles, distinct }, frame }: Omit<RolesProps, 'of'>) {
  return (
    <div class="side-columns">
      {roles.map((role, index) => {
        const traits = distinct[index]?.traits;
        const groups = [...(traits?.pillars ?? []), ...(traits?.organizationTypes ?? [])].map(({ name }) => name);
        return (
          <section key={role.id}>
            <h3>
              <Link to={{ name: 'ROLE', slug: role.slug }}>{role.label}</Link>{' '}
              {frame !== undefined && <SignatureCells {...signatureIn(frame, role.pillars)} />}
            </h3>
            <Ours role={role.id} />
            {groups.length > 0 && <p class="fine">{side.standsAlone(groups)}</p>}
            <p class="fine">{side.onlyOne(traits?.responsibilities.length ?? 0)}</p>
            <ul class="duties">
              {traits?.responsibilities.map(({ id, name }) => (
                <li key={id}>
                  <div>
                    <DutyLink id={id} name={name} />{' '}
                    {linesWith(role, id).map((line) => (
                      <LineWords key={line.id} line={line} role={role.label} />
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function sharedTable(data: ComparedRoles): Table {
  const { columns } = words.overlap;
  const { roles, shared } = data;
  return {
    title: rolesTitle(data),
    columns: [columns.shared, ...roles.map(({ label }) => label)],
    rows: [
      ...shared.responsibilities.map(({ id, name }) => [name, ...roles.map((role) => placesOf(linesWith(role, id)))]),
      ...shared.categories.map(({ id, label }) => [
        label,
        ...roles.map(({ appearances }) => placesOf(appearances.filter(({ category }) => category.id === id))),
      ]),
    ],
  };
}

function apartTable({ roles, distinct }: ComparedRoles): Table {
  const { columns } = words.overlap;
  return {
    title: side.apart,
    columns: [columns.role, columns.duty, columns.place],
    rows: roles.flatMap((role, index) =>
      (distinct[index]?.traits.responsibilities ?? []).map(({ id, name }) => [
        role.label,
        name,
        placesOf(linesWith(role, id)),
      ]),
    ),
  };
}

function placesOf(lines: readonly Line[]): string {
  return lines.map((line) => placeOf(line) ?? words.evidence.none).join('; ');
}
