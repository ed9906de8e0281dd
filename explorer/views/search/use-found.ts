import { useEffect, useState } from 'preact/hooks';
import { hasLetterOrDigit } from '../../../src/graph/search/searchable-text.ts';
import { useAnswer } from '../../state/answers.ts';
import { type FoundKind, type FoundNode, searchAnswers } from '../../state/questions/search-questions.ts';
import { words } from '../../words/words.ts';

/** How long nobody types before a search begins, in milliseconds. */
const pause = 120;

export interface FoundItems {
  readonly nodes: readonly FoundNode[];
  /** Whether the nodes are what is found for the text; otherwise they are from a text before it. */
  readonly isCurrent: boolean;
  /** How many there are, or why there are none. */
  readonly status: string;
}

/**
 * What of some kinds is found for a text, when nobody has typed for a while.
 *
 * @param without ids that are left out.
 */
export function useFound(text: string, kinds: readonly FoundKind[], without: readonly string[]): FoundItems {
  const query = useSettled(text);
  const isText = hasLetterOrDigit(query);
  const asked = useAnswer(searchAnswers, isText ? { query, kinds } : null);
  const isCurrent = query === text && (!isText || asked.status !== 'LOADING');
  if (asked.status === 'FAILED') return { nodes: [], isCurrent, status: words.search.failed };
  const nodes = (asked.data?.edges ?? []).filter(({ node }) => !without.includes(node.id));
  if (!isCurrent) return { nodes, isCurrent, status: words.search.searching };
  if (asked.data === undefined || nodes.length === 0) return { nodes, isCurrent, status: words.search.nothing(query) };
  const { totalCount, relaxed } = asked.data;
  const isPartial = relaxed.includes('WORDS_LEFT_OUT');
  return {
    nodes,
    isCurrent,
    status: [words.search.found(nodes.length, totalCount), ...(isPartial ? [words.search.relaxed] : [])].join(' · '),
  };
}

/** A value when it has not changed for a while. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
