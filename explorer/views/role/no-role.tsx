import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { meantAnswers } from '../../state/questions/role-questions.ts';
import { searchTextOf } from '../../state/search-text.ts';
import { signatureIn } from '../../state/signatures.ts';
import { words } from '../../words/words.ts';
import { ToBoard } from '../to-board.tsx';

interface NoRoleProps {
  readonly slug: string;
  readonly frame: Frame | undefined;
}

/** For the address of a role that the catalog does not have: the roles that are probably meant. */
export function NoRole({ slug, frame }: NoRoleProps) {
  const asked = useAnswer(meantAnswers, searchTextOf(slug));
  const meant = asked.status === 'READY' ? asked.data : [];
  return (
    <div class="note">
      <h1>{words.role.unknown(slug)}</h1>
      {meant.length > 0 && (
        <>
          <p>{words.unknownName.didYouMean}</p>
          <ul class="meant">
            {meant.map(
              ({ label, node }) =>
                'slug' in node && (
                  <li key={node.id}>
                    <Link to={{ name: 'ROLE', slug: node.slug }}>{label}</Link>
                    {frame !== undefined && <SignatureCells {...signatureIn(frame, node.pillars)} />}
                  </li>
                ),
            )}
          </ul>
        </>
      )}
      <ToBoard />
    </div>
  );
}
