import { useOurs } from '../../state/ours.ts';
import { words } from '../../words/words.ts';

/** Says who of our team has a role, given by its id; nothing where nobody has. Names are of this browser alone. */
export function Ours({ role }: { readonly role: string }) {
  const names = useOurs()(role);
  if (names.length === 0) return null;
  return <p class="ours">{words.team.ours(names)}</p>;
}
