import { numberOf } from '../../text/in-words.ts';
import type { Paths, PathsAsked } from './paths.ts';

/**
 * What paths between two nodes there are, in one or two sentences for people, e.g. 'Duties alone connect them in 6 steps, not
 * in 4. The first 3 of the shortest paths through anything, 4 steps each.'
 */
export function summaryOf(
  { paths, truncated, through, lengthThroughDuties, lengthThroughAny }: Omit<Paths, 'summary'>,
  { maxLength, first, through: asked }: Pick<PathsAsked, 'maxLength' | 'first' | 'through'>,
): string {
  if (truncated) return 'The search was stopped because it had to follow too many edges.';
  const [shortest] = paths;
  if (shortest === undefined) {
    if (lengthThroughAny === null)
      return `No path of at most ${steps(maxLength)} connects them, and no longer one was found.`;
    return `No path of at most ${steps(maxLength)} connects them; the shortest has ${steps(lengthThroughAny)}.`;
  }
  const { length } = shortest.edges;
  const isFallback = through !== asked;
  const which = isFallback ? ' through anything' : '';
  const found = `${countOf(paths.length, first)}${which}, ${steps(length)}${paths.length === 1 ? '' : ' each'}`;
  if (isFallback) {
    const duties =
      lengthThroughDuties === null
        ? 'Duties alone do not connect them'
        : `Duties alone connect them in ${steps(lengthThroughDuties)}, not in ${maxLength}`;
    return `${duties}. ${found}.`;
  }
  if (lengthThroughAny === null || lengthThroughAny === length) return `${found}.`;
  return (
    `${found}, through what roles do. Through pillars, categories or organization types, the shortest has ` +
    `${steps(lengthThroughAny)}.`
  );
}

/** There may be more paths than were asked for; they are not counted. */
function countOf(count: number, first: number): string {
  if (count < first) return count === 1 ? 'The only shortest path' : `The ${count} shortest paths`;
  return `The first ${count === 1 ? '' : `${count} `}of the shortest paths`;
}

function steps(length: number): string {
  return numberOf(length, 'step', 'steps');
}
