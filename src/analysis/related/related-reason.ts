import { grouped } from '../../text/quoted-text.ts';
import { expectedInBoth } from './association.ts';
import type { GraphNode } from '../graph-nodes.ts';
import type { Related } from './related.ts';

/** How the roles that a node stands for are spoken of. */
interface Wording {
  /** Behind "role" or "roles": "in Security". */
  readonly described: string;
  /** Behind a number of roles, of one and of more: "stands in Security". */
  readonly one: string;
  readonly more: string;
  /** Behind "as … of all roles", of one and of more. */
  readonly also: readonly [one: string, more: string];
}

/**
 * Why a node is related to another, in words and in numbers that can be checked, e.g. '3 of the 5 roles with duties about
 * Backup are listed under Backup & Disaster Recovery, as 8 of all 139 roles are: 10 times as many as chance would give.'
 */
export function reasonOf({ node, to, counts }: Related): string {
  const { described } = wordingOf(to);
  const { one, more, also } = wordingOf(node);
  const { inBoth, inFirst, inSecond, inAll } = counts;
  const shared =
    inFirst === 1
      ? `The one role ${described} ${one}`
      : inBoth === inFirst
        ? `${inFirst === 2 ? 'Both' : `All ${grouped(inFirst)}`} roles ${described} ${more}`
        : `${grouped(inBoth)} of the ${grouped(inFirst)} roles ${described} ${inBoth === 1 ? one : more}`;
  const overall = `as ${grouped(inSecond)} of all ${grouped(inAll)} roles ${also[inSecond === 1 ? 0 : 1]}`;
  return `${shared}, ${overall}: ${timesText(inBoth / expectedInBoth(counts))} times as many as chance would give.`;
}

function wordingOf({ kind, label }: GraphNode): Wording {
  switch (kind) {
    case 'ROLE':
      return {
        described: `around ${label}`,
        one: `is around ${label}`,
        more: `are around ${label}`,
        also: ['is', 'are'],
      };
    case 'RESPONSIBILITY':
      return having(`the duty "${label}"`);
    case 'TOPIC':
      return having(`duties about ${label}`);
    case 'PILLAR':
      return { described: `in ${label}`, one: `stands in ${label}`, more: `stand in ${label}`, also: ['does', 'do'] };
    case 'CATEGORY':
      return {
        described: `listed under ${label}`,
        one: `is listed under ${label}`,
        more: `are listed under ${label}`,
        also: ['is', 'are'],
      };
    case 'ORGANIZATION_TYPE':
      return {
        described: `in or for ${label}`,
        one: `works in or for ${label}`,
        more: `work in or for ${label}`,
        also: ['does', 'do'],
      };
  }
}

function having(what: string): Wording {
  return { described: `with ${what}`, one: `has ${what}`, more: `have ${what}`, also: ['does', 'do'] };
}

/** A ratio above 1 with as many digits as tell it from 1. */
function timesText(ratio: number): string {
  if (ratio >= 10) return grouped(Math.round(ratio));
  return ratio.toFixed(ratio < 1.1 ? 2 : 1);
}
