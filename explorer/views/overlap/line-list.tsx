import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { Line } from '../../state/questions/line-fields.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';

interface LineListProps {
  readonly lines: readonly Line[];
  /** What the role that they name is called. */
  readonly role: string;
  readonly frame: Frame | undefined;
}

/** Lines of sources: where each stands, which duties it gives, and its own words when it is opened. */
export function LineList({ lines, role, frame }: LineListProps) {
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
          <LineWords line={line} role={role} />
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
