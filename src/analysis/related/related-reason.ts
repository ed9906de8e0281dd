import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { Responsibility, Role, Topic } from '../../graph/nodes/node.ts';
import type { GraphNode } from '../graph-nodes.ts';
import { expectedInBoth } from './association.ts';
import { dutiesAbout, isOnlyAccountable, type MemberRelation, type OverlapRelation } from './direct-relations.ts';
import type { AssociationRelation, Related } from './related.ts';

/** Most names in a list; the rest is counted. */
const mostNames = 3;

/** Why a node is related to another, in a sentence with names or numbers that can be checked. */
export function reasonOf(related: Related): string {
  switch (related.relation) {
    case 'PERFORMS':
      return performsReason(related.node, related.to);
    case 'TOPIC':
      return performsReason(related.to, related.node);
    case 'MEMBER':
      return memberReason(related);
    case 'SHARES_DUTIES':
    case 'SHARES_CATEGORIES':
      return overlapReason(related);
    case 'ASSOCIATION':
      return associationReason(related);
  }
}

/** '2 of the 5 duties of Data Owner are about Backup: "Align backups with recovery needs" and "Define data criticality".' */
function performsReason(role: Role, to: Responsibility | Topic): string {
  const all = grouped(role.responsibilityCount);
  if (to.kind === 'RESPONSIBILITY') {
    const has = isOnlyAccountable(role, to) ? 'is accountable for' : 'has';
    return `${role.label} ${has} the duty "${to.name}", ${all === '1' ? 'its only one' : `one of ${all}`}.`;
  }
  const duties = dutiesAbout(role, to);
  const one = all === '1' ? 'The only duty' : `1 of the ${all} duties`;
  const every = all === '2' ? 'Both' : `All ${all}`;
  const more = duties.length === role.responsibilityCount ? every : `${grouped(duties.length)} of the ${all}`;
  const count = duties.length === 1 ? `${one} of ${role.label} is` : `${more} duties of ${role.label} are`;
  return `${count} about ${to.name}: ${namesInWords(duties)}.`;
}

/**
 * 'IAM Administrator appears in Security with the duty "Manage user identities". Security has 100% of all that is said about
 * Access control.'
 */
function memberReason({ node, to, focus }: MemberRelation): string {
  const { one } = wordingOf(to);
  const duties = node.responsibilitiesIn(to);
  if (duties.length === 0) return `${node.label} ${one}; no line there gives it a duty.`;
  const named = focus
    .subjectsOf(node)
    .slice(0, mostNames)
    .map(({ node: subject, share }, index) => {
      const part = `${Math.round(100 * share)}%${index === 0 ? ' of all that is said' : ''}`;
      return `${part} about ${subject.kind === 'TOPIC' ? subject.name : `"${subject.name}"`}`;
    });
  return `${node.label} ${one} with ${dutiesInWords(duties)}. ${to.label} has ${inWords(named)}.`;
}

/** 'Site Reliability Engineer and DevOps Engineer both have the duties "Automate operations" and "Reduce toil".' */
function overlapReason({ relation, overlap }: OverlapRelation): string {
  const { roles, sharedResponsibilities, sharedCategories } = overlap;
  const both = inWords(roles.map(({ label }) => label));
  if (relation === 'SHARES_DUTIES') return `${both} both have ${dutiesInWords(sharedResponsibilities)}.`;
  const categories = sharedCategories.map(({ label }) => label);
  return `${both} are both listed under ${inWords(categories, mostNames)}, but share no duty.`;
}

/**
 * '4 of the 6 roles with duties about Backup are listed under Backup & Disaster Recovery, compared with 8 of all 138 roles:
 * 12 times as many as expected by chance.'
 */
function associationReason({ node, to, counts }: AssociationRelation): string {
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

/** How a sentence describes the roles that a node stands for. */
interface Wording {
  /** Follows "role" or "roles": "in Security". */
  readonly described: string;
  /** The predicate of one role, and of more: "appears in Security". */
  readonly one: string;
  readonly more: string;
}

function wordingOf({ kind, label }: GraphNode): Wording {
  switch (kind) {
    case 'ROLE':
      return {
        described: `closest to ${label}, itself included,`,
        one: `is one of those closest to ${label}`,
        more: `are among those closest to ${label}`,
      };
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

/** 'the duty "A"', 'the duties "A", "B", "C" and 2 more'. */
function dutiesInWords(duties: readonly Responsibility[]): string {
  return `the ${duties.length === 1 ? 'duty' : 'duties'} ${namesInWords(duties)}`;
}

function namesInWords(duties: readonly Responsibility[]): string {
  return inWords(
    duties.map(({ name }) => `"${name}"`),
    mostNames,
  );
}

/** A ratio above 1, with as many digits as it takes to see that it is above 1. */
function ratioText(ratio: number): string {
  if (ratio >= 10) return grouped(Math.round(ratio));
  return ratio.toFixed(ratio < 1.1 ? 2 : 1);
}
