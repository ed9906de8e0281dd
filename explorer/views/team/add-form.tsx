import { useRef, useState } from 'preact/hooks';
import { nameKey } from '../../../src/analysis/coverage/staff.ts';
import { keepTeam, type Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { roleKind } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';

const { list } = words.team;
/** A form for somebody new: a name, and roles that are found while somebody types. */
export function AddForm({ team }: { readonly team: readonly Member[] }) {
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly { readonly id: string; readonly label: string }[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const isTaken = isNameTaken(name, team);
  const add = () => {
    if (name.trim() === '' || isTaken) {
      field.current?.focus();
      return;
    }
    keepTeam([...team, { name: name.trim(), roles: roles.map(({ id }) => id) }]);
    setName('');
    setRoles([]);
    field.current?.focus();
  };
  return (
    <form
      class="add-form"
      aria-label={list.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h3>{list.add}</h3>
      <input
        class="field"
        ref={field}
        aria-label={list.name}
        placeholder={list.namePlaceholder}
        value={name}
        maxLength={200}
        autocomplete="off"
        aria-invalid={isTaken}
        aria-describedby="name-problem"
        onInput={({ currentTarget }) => {
          setName(currentTarget.value);
        }}
      />
      <Finder
        isSmall
        label={list.role}
        placeholder={list.rolePlaceholder}
        kinds={roleKind}
        without={roles.map(({ id }) => id)}
        onChoose={({ label, node: { id } }) => {
          setRoles([...roles, { id, label }]);
        }}
      />
      <p id="name-problem" class="fine" role="status">
        {isTaken ? list.nameTaken(name.trim()) : ''}
      </p>
      {roles.length > 0 && (
        <ul class="filters">
          {roles.map(({ id, label }) => (
            <li key={id}>
              <button
                type="button"
                class="filter"
                aria-label={list.removeRole(label, name)}
                onClick={() => {
                  setRoles(roles.filter((role) => role.id !== id));
                }}
              >
                {label}
                <span aria-hidden="true">&nbsp;×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="submit" class="button main">
        {list.addButton}
      </button>
    </form>
  );
}

/** Whether somebody else of a team has a name. */
export function isNameTaken(name: string, others: readonly Member[]): boolean {
  return others.some((member) => nameKey(member.name) === nameKey(name));
}
