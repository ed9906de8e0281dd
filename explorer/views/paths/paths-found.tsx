import { useMemo, useRef } from 'preact/hooks';
import type { PathsData } from '../../../src/drawing/paths/paths-data.ts';
import { useLighting } from '../../pictures/lighting.ts';
import { type LoadDrawing, Picture } from '../../pictures/picture.tsx';
import type { PathsQuestion } from '../../state/address/paths-address.ts';
import { Link } from '../../state/link.tsx';
import type { NamedNode } from '../../state/questions/name-questions.ts';
import type { PathsAnswer } from '../../state/questions/paths-questions.ts';
import { weight } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { HelpLink } from '../help-link.tsx';
import { NoWay } from './no-way.tsx';
import { otherWays } from './other-ways.ts';
import { waysOf } from './path-steps.ts';
import { Ways } from './ways.tsx';

interface PathsFoundProps {
  readonly answer: PathsAnswer;
  readonly question: PathsQuestion;
  readonly ends: readonly [from: NamedNode, to: NamedNode];
}

/** The ways between two ends as a picture and in steps; what else there is, or what is nearest if there is no way. */
export function PathsFound({ answer, question, ends }: PathsFoundProps) {
  const root = useRef<HTMLDivElement>(null);
  useLighting(root);
  const ways = useMemo(() => waysOf(answer), [answer]);
  return (
    <div class="paths" ref={root}>
      <OtherWays answer={answer} question={question} ends={ends} />
      {ways.length === 0 ? (
        <NoWay answer={answer} ends={ends} />
      ) : (
        <>
          <Picture data={answer.picture} load={loadPaths} heading="h2" />
          <Ways ways={ways} />
          <Computed rarities={ways.map(({ rarity }) => rarity)} />
        </>
      )}
    </div>
  );
}

/** The title and the sentences are those of the page. */
const loadPaths: LoadDrawing<PathsData> = async () => {
  const { pathsNetwork } = await import('../../../src/drawing/paths/paths-drawing.ts');
  return function* (data, options) {
    return { ...(yield* pathsNetwork(data, options)), title: words.paths.picture, lead: '' };
  };
};

function OtherWays({ answer, question, ends: [from, to] }: PathsFoundProps) {
  const others = otherWays(question, answer);
  const areRoles = from.id.startsWith('role:') && to.id.startsWith('role:');
  if (others.length === 0 && !areRoles) return null;
  return (
    <nav class="others" aria-label={words.paths.others}>
      <ul>
        {others.map(({ label, question: other }) => (
          <li key={label}>
            <Link to={{ name: 'PATHS', question: other }}>{label}</Link>
          </li>
        ))}
        {areRoles && (
          <li>
            <Link to={{ name: 'OVERLAP', question: { of: [from.id, to.id] } }}>
              {words.paths.compare(from.label, to.label)}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Why the ways are in this order. */
function Computed({ rarities }: { readonly rarities: readonly number[] }) {
  const { computed } = words.paths;
  return (
    <details class="computed">
      <summary>{computed.title}</summary>
      <p>{computed.shortest}</p>
      <p>
        {computed.rarity} <HelpLink about="PATHS" />
      </p>
      <ul>
        {rarities.map((rarity, index) => (
          <li key={index}>{computed.bits(index + 1, weight(rarity))}</li>
        ))}
      </ul>
    </details>
  );
}
