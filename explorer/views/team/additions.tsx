import { Link } from '../../state/link.tsx';
import type { Addition } from '../../state/questions/addition-fields.ts';
import { FoldedDuties } from './folded-duties.tsx';

interface AdditionsProps {
  /** The id of the heading. */
  readonly id: string;
  readonly title: string;
  /** What is said if no role would add a duty. */
  readonly none: string;
  readonly additions: readonly Addition[];
  /** Says how many duties a role would add. */
  readonly summary: (count: number) => string;
}

/** The roles that would add most to a team, each with the duties that it would add. */
export function Additions({ id, title, none, additions, summary }: AdditionsProps) {
  const helpful = additions.filter(({ adds }) => adds.responsibilities.totalCount > 0);
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {helpful.length === 0 && <p>{none}</p>}
      <ol class="rows">
        {helpful.map(({ role, adds: { responsibilities } }) => (
          <li key={role.id}>
            <Link to={{ name: 'ROLE', slug: role.slug }}>{role.label}</Link>
            <FoldedDuties
              summary={summary(responsibilities.totalCount)}
              duties={responsibilities.edges.map(({ label }) => label)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
