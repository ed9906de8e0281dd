import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { Line } from '../../state/questions/overlap-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { placeOfSource } from '../evidence/source-of-line.ts';
import { SourcePlace } from '../evidence/source-place.tsx';

interface LineListProps {
  readonly lines: readonly Line[];
  readonly frame: Frame | undefined;
}

/** Lines of sources: where each stands, which duties it gives, and its own words. */
export function LineList({ lines, frame }: LineListProps) {
  return (
    <ul class="overlap-lines">
      {lines.map((line) => (
        <li key={line.id} class={ruleOf(line, frame)}>
          <h3>
            {whereOf(line)} <span class="count">{line.category.name}</span>
          </h3>
          {line.responsibilities.length === 0 ? (
            <p class="fine">{words.role.noDuties}</p>
          ) : (
            <ul class="duties">
              {line.responsibilities.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )}
          <LinePlace line={line} />
        </li>
      ))}
    </ul>
  );
}

/** The pillar or the organization types of a line. */
export function whereOf({ pillar, organizationTypes }: Line): string {
  return pillar?.name ?? list(organizationTypes.map(({ name }) => name));
}

function ruleOf({ pillar }: Line, frame: Frame | undefined): string {
  const position = frame?.pillars.findIndex(({ id }) => id === pillar?.id) ?? -1;
  return ruleClass(position === -1 ? null : hueAt(position));
}

/** E.g. "001, line 37". */
export function placeOf(source: Line['source']): string {
  return source === null ? words.evidence.none : placeOfSource(source);
}

/** Which line of which source, and what it says. */
export function LinePlace({ line: { source } }: { readonly line: Line }) {
  if (source === null) return <p class="fine">{words.evidence.none}</p>;
  return (
    <p class="fine line-place">
      <SourcePlace of={source} />
    </p>
  );
}
