import type { OverlapQuestion } from '../../state/address/overlap-address.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { closestAnswers, exampleAnswers } from '../../state/questions/suggestion-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';

const { side } = words.overlap;

/** Examples for whoever has chosen nothing yet. */
export function Examples() {
  const asked = useAnswer(exampleAnswers, 'EXAMPLES');
  const examples = asked.status === 'READY' ? asked.data : [];
  if (examples.length === 0) return null;
  return (
    <Suggestions
      title={side.examples}
      links={examples.map((items) => ({
        label: list(items.map(({ label }) => label)),
        of: items.map(({ id }) => id),
      }))}
    />
  );
}

/** What shares most with the only thing that is chosen. */
export function Closest({ id }: { readonly id: string }) {
  const asked = useAnswer(closestAnswers, id);
  const closest = asked.status === 'READY' ? asked.data : [];
  if (closest.length === 0) return null;
  return <Suggestions title={side.closest} links={closest.map((each) => ({ label: each.label, of: [id, each.id] }))} />;
}

interface SuggestionsProps {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly of: OverlapQuestion['of'] }[];
}

function Suggestions({ title, links }: SuggestionsProps) {
  return (
    <section class="suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">{title}</h2>
      <ul>
        {links.map(({ label, of }) => (
          <li key={of.join(' ')}>
            <Link to={{ name: 'OVERLAP', question: { of } }} class="text-link">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
