import { useId, useState } from 'preact/hooks';
import type { EvidenceLine } from '../../state/questions/evidence-fields.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { HelpLink } from '../help-link.tsx';
import { placeOf } from './place-of.ts';

interface LineWordsProps {
  readonly line: EvidenceLine;
  /** What the role is called on the page, which a line may call otherwise. */
  readonly role: string;
}

/** Names a line of a source, and opens its words below. */
export function LineWords({ line, role }: LineWordsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const place = placeOf(line);
  if (place === null) return <span class="fine place-of-line">{words.evidence.none}</span>;
  return (
    <>
      <button
        type="button"
        class="place-of-line"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={words.evidence.open(place)}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {place}
      </button>
      <div id={id} class="words-of-line" hidden={!isOpen}>
        {isOpen && <WordsOfLine line={line} role={role} />}
      </div>
    </>
  );
}

function WordsOfLine({ line: { titles, summary, note, source }, role }: LineWordsProps) {
  if (source === null) return null;
  const { quote, url, source: document } = source;
  const others = titles.filter((title) => title !== role);
  return (
    <>
      {quote === null ? (
        <p class="fine">
          {words.evidence.noWords} <HelpLink about="QUOTES" />
        </p>
      ) : (
        <blockquote>{quote}</blockquote>
      )}
      {summary !== null && <p>{summary}</p>}
      {note !== null && <p>{note}</p>}
      {others.length > 0 && <p class="fine">{words.evidence.called(list(others.map((title) => `“${title}”`)))}</p>}
      <p class="fine">
        {words.evidence.document(document.title, document.document)}
        {url !== null && (
          <>
            {' · '}
            <a href={url} rel="noreferrer">
              {words.evidence.link}
            </a>
          </>
        )}
      </p>
    </>
  );
}
