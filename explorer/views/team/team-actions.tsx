import { useState } from 'preact/hooks';
import { viewAddress } from '../../state/location.ts';
import type { TeamRole } from '../../state/questions/team-questions.ts';
import { keepTeam, type Member, useTeamChange } from '../../state/team.ts';
import { teamCsv } from '../../state/team-csv.ts';
import { teamFragment } from '../../state/team-link.ts';
import { wholeCatalog } from '../../state/address/team-address.ts';
import { words } from '../../words/words.ts';

const { list } = words.team;

interface TeamActionsProps {
  readonly team: readonly Member[];
  readonly roles: ReadonlyMap<string, TeamRole> | undefined;
}

/** What can be done with the whole team: saved, sent as a link, removed. */
export function TeamActions({ team, roles }: TeamActionsProps) {
  const [link, setLink] = useState<{ readonly address: string; readonly isCopied: boolean } | null>(null);
  const copy = async () => {
    const address = viewAddress({ name: 'TEAM', question: wholeCatalog }) + (await teamFragment(team));
    try {
      await navigator.clipboard.writeText(address);
      setLink({ address, isCopied: true });
    } catch {
      // Pages without HTTPS, and browsers that do not allow it.
      setLink({ address, isCopied: false });
    }
  };
  return (
    <div class="actions">
      <div class="filters">
        <button
          type="button"
          class="button"
          disabled={roles === undefined}
          onClick={() => {
            save(teamCsv(team, roles ?? new Map()), list.fileName);
          }}
        >
          {list.export}
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
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
      <p class="fine" role="status">
        {link !== null && (link.isCopied ? list.copied : list.linkIs)}
      </p>
      {link?.isCopied === false && <input class="field" readOnly value={link.address} aria-label={list.copyLink} />}
    </div>
  );
}

/** Has the browser save a text as a file. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
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
