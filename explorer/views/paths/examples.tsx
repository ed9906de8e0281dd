import { noEnds } from '../../state/address/paths-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';

/** Some questions about the catalog that is shown, for somebody who has none yet. */
export function Examples({ frame }: { readonly frame: Frame }) {
  const [first, second] = frame.topics.toSorted((a, b) => b.roleCount - a.roleCount);
  const group = [...frame.pillars, ...frame.organizationTypes].find(({ name }) => name !== first?.name);
  const pairs = [
    [first, second],
    [first, group],
  ].flatMap(([from, to]) => (from === undefined || to === undefined || from.name === to.name ? [] : [{ from, to }]));
  if (pairs.length === 0) return null;
  return (
    <div class="note">
      <p>{words.paths.examples}</p>
      <ul class="meant">
        {pairs.map(({ from, to }) => (
          <li key={to.id}>
            <Link to={{ name: 'PATHS', question: { ...noEnds, from: from.id, to: to.id } }}>
              {words.paths.example(from.name, to.name)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
