import type { Spread } from '../../../src/drawing/board/spread.ts';
import type { View } from '../../state/address/address.ts';
import { type BoardFilter, isFiltered, noFilter, toggled } from '../../state/address/board-address.ts';
import { allRolesIn } from '../../state/address/overlap-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { useTeam } from '../../state/team.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { useLabels } from '../../state/labels.ts';
import { Link } from '../../state/link.tsx';
import { ChipLink } from '../chip-link.tsx';
import { Menu } from '../menu.tsx';

interface FiltersProps {
  readonly filter: BoardFilter;
  readonly frame: Frame | undefined;
  /** The kind of groups by which roles count as shared. */
  readonly kind: Spread['kind'];
}

/** Which roles the board shows, as chips: each is a link to the board with or without it. */
export function Filters({ filter, frame, kind }: FiltersProps) {
  const { several, every } = words.board;
  const groups = words.groups[kind].other;
  const labelOf = useLabels([...filter.inAll, ...filter.performsAll], frame);
  const withSpread = (spread: BoardFilter['spread']): View =>
    boardWith({ ...filter, spread: filter.spread === spread ? 'ANY' : spread });
  return (
    <nav class="filters" aria-label={words.board.filters}>
      <ChipLink to={boardWith(noFilter)} isOn={!isFiltered(filter)}>
        {words.board.all}
      </ChipLink>
      <ChipLink to={withSpread('SEVERAL')} isOn={filter.spread === 'SEVERAL'}>
        {several(groups)}
      </ChipLink>
      {kind === 'PILLAR' && (
        <ChipLink to={withSpread('ALL')} isOn={filter.spread === 'ALL'}>
          {every(groups)}
        </ChipLink>
      )}
      <OursChip filter={filter} />
      {frame !== undefined && (
        <>
          <GroupMenu label={words.board.pillar} list="inAll" options={frame.pillars} filter={filter} />
          <GroupMenu label={words.board.topic} list="performsAll" options={frame.topics} filter={filter} />
          <GroupMenu
            label={words.board.organizationType}
            list="inAll"
            options={frame.organizationTypes}
            filter={filter}
          />
        </>
      )}
      {filter.inAll.map((value) => (
        <Removable key={value} label={words.board.inGroup(labelOf(value))} to={toggled(filter, 'inAll', value)} />
      ))}
      {filter.performsAll.map((value) => (
        <Removable
          key={value}
          label={words.board.performs(labelOf(value))}
          to={toggled(filter, 'performsAll', value)}
        />
      ))}
      <OnlyLink filter={filter} frame={frame} />
    </nav>
  );
}

/** Leads from the roles in some pillars to those in no other pillar. */
function OnlyLink({ filter: { inAll, performsAll, spread }, frame }: Pick<FiltersProps, 'filter' | 'frame'>) {
  const pillars = inAll.flatMap((id) => frame?.pillars.find((pillar) => pillar.id === id) ?? []);
  const hasOthers = pillars.length < inAll.length || performsAll.length > 0 || spread !== 'ANY';
  if (pillars.length === 0 || pillars.length === frame?.pillars.length || hasOthers) return null;
  const selected = { ...allRolesIn(pillars.map(({ id }) => id)), isExact: true };
  return (
    <Link to={{ name: 'OVERLAP', question: { of: [], selected } }} class="text-link">
      {words.board.only(pillars.map(({ name }) => name))}
    </Link>
  );
}

function boardWith(filter: BoardFilter): View {
  return { name: 'BOARD', filter };
}

/** Marks the roles of our team, if there is one. */
function OursChip({ filter }: { readonly filter: BoardFilter }) {
  const isOn = filter.marksOurs === true;
  if (useTeam().length === 0 && !isOn) return null;
  return (
    <ChipLink to={boardWith({ ...filter, marksOurs: !isOn })} isOn={isOn}>
      {words.team.board.chip}
    </ChipLink>
  );
}

function Removable({ label, to }: { readonly label: string; readonly to: BoardFilter }) {
  return (
    <Link to={boardWith(to)} class="filter" aria-current="true" aria-label={words.board.remove(label)}>
      {label}
      <span aria-hidden="true"> ×</span>
    </Link>
  );
}

interface Option {
  readonly id: string;
  readonly name: string;
  readonly roleCount: number;
}

interface GroupMenuProps {
  readonly label: string;
  readonly list: 'inAll' | 'performsAll';
  readonly options: readonly Option[];
  readonly filter: BoardFilter;
}

/** Groups or topics as links to the board with or without each. */
function GroupMenu({ label, list, options, filter }: GroupMenuProps) {
  if (options.length === 0) return null;
  const chosen = filter[list];
  return (
    <Menu name="filter" label={label}>
      {(fold) => (
        <ul>
          {options.map(({ id, name, roleCount }) => (
            <li key={id}>
              <Link
                to={boardWith(toggled(filter, list, id))}
                aria-current={chosen.includes(id) ? 'true' : undefined}
                onFollow={fold}
              >
                <span>{name}</span>
                <span class="count">{number(roleCount)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  );
}
