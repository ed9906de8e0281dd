import { viewAddress } from '../../state/location.ts';
import type { TeamRole } from '../../state/questions/team-questions.ts';
import { keepTeam, type Member, useTeamChange } from '../../state/team.ts';
import { teamFragment } from '../../state/team-link.ts';
import { wholeCatalog } from '../../state/address/team-address.ts';
import { words } from '../../words/words.ts';
import { copyForms } from '../take-along/clipboard.ts';
import { fileName } from '../take-along/file-name.ts';
import { type Outcome, OutcomeNote, useOutcome } from '../take-along/outcome.tsx';
import { saveFile } from '../take-along/save-file.ts';
import { csvOf } from '../take-along/table-texts.ts';
import { teamTable } from './team-table.ts';

const { list } = words.team;

interface TeamActionsProps {
  readonly team: readonly Member[];
  readonly roles: ReadonlyMap<string, TeamRole> | undefined;
}

/** What can be done with the whole team: saved, sent as a link, removed. */
export function TeamActions({ team, roles }: TeamActionsProps) {
  const { outcome, act } = useOutcome();
  return (
    <div>
      <div class="filters">
        <button
          type="button"
          class="button"
          disabled={roles === undefined}
          onClick={() => {
            const table = teamTable(team, roles ?? new Map());
            saveFile(new Blob([csvOf(table)], { type: 'text/csv' }), fileName(table.title, 'csv'));
          }}
        >
          {list.export}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            act(() => copiedLink(team));
          }}
        >
          {list.copyLink}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            keepTeam([], list.removedAll(team.length));
          }}
        >
          {list.removeAll}
        </button>
      </div>
      <OutcomeNote outcome={outcome} />
    </div>
  );
}

async function copiedLink(team: readonly Member[]): Promise<Outcome> {
  const view = viewAddress({ name: 'TEAM', question: wholeCatalog });
  const address = teamFragment(team).then((fragment) => view + fragment);
  const isCopied = await copyForms(
    ['text/plain'],
    address.then((text) => ({ 'text/plain': text })),
  );
  return isCopied ? { kind: 'DONE', text: list.copied } : { kind: 'BY_HAND', text: await address };
}

/** What was done last, and a button that undoes it. */
export function UndoNote() {
  const change = useTeamChange();
  return (
    <div role="status">
      {change !== null && (
        <p class="notice team-notice">
          {change.what}
          <button
            type="button"
            class="button"
            onClick={() => {
              keepTeam(change.before);
            }}
          >
            {list.undo}
          </button>
        </p>
      )}
    </div>
  );
}
