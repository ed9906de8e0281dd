import { grouped } from '../../text/quoted-text.ts';
import type { GraphNode } from '../graph-nodes.ts';
import { expectedInBoth } from './association.ts';
import type { Related } from './related.ts';

/** How a sentence describes the roles that a node stands for. */
interface Wording {
  /** Follows "role" or "roles": "in Security". */
  readonly described: string;
  /** The predicate of one role, and of more: "appears in Security". */
  readonly one: string;
  readonly more: string;
}

/**
 * Why a node is related to another, in words and in numbers that can be checked, e.g. '4 of the 6 roles with duties about
 * Backup are listed under Backup & Disaster Recovery, compared with 8 of all 138 roles: 12 times as many as expected by
 * chance.'
 */
export function reasonOf({ node, to, counts }: Related): string {
  const { described } = wordingOf(to);
  const { one, more } = wordingOf(node);
  const { inBoth, inFirst, inSecond, inAll } = counts;
  const shared =
    inFirst === 1
      ? `The one role ${described} ${one}`
      : inBoth === inFirst
        ? `${inFirst === 2 ? 'Both' : `All ${grouped(inFirst)}`} roles ${described} ${more}`
        : `${grouped(inBoth)} of the ${grouped(inFirst)} roles ${described} ${inBoth === 1 ? one : more}`;
  const times = ratioText(inBoth / expectedInBoth(counts));
  return (
    `${shared}, compared with ${grouped(inSecond)} of all ${grouped(inAll)} roles: ` +
    `${times} times as many as expected by chance.`
  );
}

function wordingOf({ kind, label }: GraphNode): Wording {
  switch (kind) {
    case 'ROLE':
      return predicate(`around ${label}`, 'is', 'are');
    case 'RESPONSIBILITY':
      return having(`the duty "${label}"`);
    case 'TOPIC':
      return having(`duties about ${label}`);
    case 'PILLAR':
      return predicate(`in ${label}`, 'appears', 'appear');
    case 'CATEGORY':
      return predicate(`listed under ${label}`, 'is', 'are');
    case 'ORGANIZATION_TYPE':
      return predicate(`in or for ${label}`, 'works', 'work');
  }
}

function predicate(described: string, one: string, more: string): Wording {
  return { described, one: `${one} ${described}`, more: `${more} ${described}` };
}

function having(what: string): Wording {
  return { described: `with ${what}`, one: `has ${what}`, more: `have ${what}` };
}

/** A ratio above 1, with as many digits as it takes to see that it is above 1. */
function ratioText(ratio: number): string {
  if (ratio >= 10) return grouped(Math.round(ratio));
  return ratio.toFixed(ratio < 1.1 ? 2 : 1);
}
