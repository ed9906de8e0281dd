import type { ComponentChildren } from 'preact';
import { mostSteps, type PathsQuestion } from '../../state/address/paths-address.ts';
import { Link } from '../../state/link.tsx';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';

const lengths = Array.from({ length: mostSteps - 1 }, (_, index) => index + 2);

/** What may be between the two ends, and how many steps there may be, as chips. */
export function PathFilters({ question }: { readonly question: PathsQuestion }) {
  return (
    <nav class="filters" aria-label={words.paths.filters}>
      {(['DUTIES', 'ANY'] as const).map((through) => (
        <Chip key={through} to={{ ...question, through }} isOn={question.through === through}>
          {words.paths.through[through]}
        </Chip>
      ))}
      <span class="at-most" aria-hidden="true">
        {words.paths.mostSteps}
      </span>
      {lengths.map((maxLength) => (
        <Chip
          key={maxLength}
          to={{ ...question, maxLength }}
          isOn={question.maxLength === maxLength}
          label={words.paths.most(maxLength)}
        >
          {number(maxLength)}
        </Chip>
      ))}
    </nav>
  );
}

interface ChipProps {
  readonly to: PathsQuestion;
  readonly isOn: boolean;
  /** Said where the content alone says too little. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

function Chip({ to, isOn, label, children }: ChipProps) {
  return (
    <Link
      to={{ name: 'PATHS', question: to }}
      class="filter"
      aria-current={isOn ? 'true' : undefined}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
