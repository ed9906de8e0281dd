import type { PictureNode } from '../../../src/drawing/nodes/picture-node.ts';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { LineOfStep } from '../../state/questions/paths-questions.ts';
import { curly } from '../../words/curly.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';
import { FirstAndRest } from '../first-and-rest.tsx';
import type { Step, Way } from './path-steps.ts';

/** How many lines of a step are shown before somebody asks for all. */
const mostLines = 3;

/** Each way as a sentence, and below it its steps, each with the lines that say so. */
export function Ways({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <section class="card" aria-labelledby="ways">
      <h2 id="ways">{words.paths.ways(ways.length)}</h2>
      <ol class="ways">
        {ways.map(({ sentence, steps }) => (
          <li key={sentence}>
            <p>{curly(sentence)}</p>
            <ol class="steps">
              {steps.map((step) => (
                <StepItem key={step.from.id} step={step} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepItem({ step: { from, verb, to, lines } }: { readonly step: Step }) {
  return (
    <li>
      <p>
        <NodeLink node={from} /> {verb} <NodeLink node={to} />
      </p>
      {lines.length === 0 && <p class="fine">{words.paths.noLine}</p>}
      <FirstAndRest items={lines} most={mostLines} more={words.paths.moreLines}>
        {(some) => <Lines lines={some} />}
      </FirstAndRest>
    </li>
  );
}

function NodeLink({ node: { id, label } }: { readonly node: PictureNode }) {
  return (
    <span data-node={id}>
      <Link to={viewOfNode(id)}>{label}</Link>
    </span>
  );
}

function Lines({ lines }: { readonly lines: readonly LineOfStep[] }) {
  return (
    <ul class="lines-of-step">
      {lines.map((line) => (
        <li key={line.id}>
          <LineWords line={line} role={line.role.label} />
        </li>
      ))}
    </ul>
  );
}
