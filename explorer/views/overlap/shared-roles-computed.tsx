import type { SharedRoles } from '../../state/questions/shared-roles-questions.ts';
import { decimal } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { HelpLink } from '../help-link.tsx';

const { computed } = words.overlap;

/** The exact terms and formulas behind a list of shared roles. */
export function SharedRolesComputed({ shared: { groups, all, exact, measures } }: { readonly shared: SharedRoles }) {
  const smallest = Math.min(...groups.map(({ roleCount }) => roleCount));
  const lines = [
    computed.shared(all.totalCount),
    ...(exact === null ? [computed.topics] : [computed.exclusive(exact.totalCount)]),
    ...(measures === null
      ? []
      : [
          computed.union(measures.union),
          computed.jaccard(all.totalCount, measures.union, decimal(measures.jaccard)),
          computed.coefficient(all.totalCount, smallest, decimal(measures.overlapCoefficient)),
        ]),
    ...(exact === null ? [] : [computed.upset]),
    computed.order,
  ];
  return (
    <details class="computed">
      <summary>{computed.title}</summary>
      <ul class="duties fine">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="fine">
        <HelpLink about="GROUP_OVERLAP" isAlone />
      </p>
    </details>
  );
}
