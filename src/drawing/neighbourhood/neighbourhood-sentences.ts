import type { GraphNodeKind } from '../../analysis/graph-nodes.ts';
import { kindNames, pluralNames } from '../../graph/nodes/node.ts';
import { inWords } from '../../text/in-words.ts';
import { capitalized, spelledNumber, spelledNumberOf } from '../../text/spelled-number.ts';
import { namesInWords, type Named } from '../sentences.ts';
import type {
  CommonFacts,
  DutyFacts,
  GroupFacts,
  NeighbourhoodFacts,
  RoleFacts,
  TopicFacts,
} from './neighbourhood-facts.ts';

/** A title without a full stop, and what else is worth saying first. */
export interface NeighbourhoodSentences {
  readonly title: string;
  readonly lead: string;
}

/** The answer in words, e.g. "DevOps Engineer is nearest to Software Developer". Titles and names are never inflected. */
export function neighbourhoodSentences(facts: NeighbourhoodFacts): NeighbourhoodSentences {
  switch (facts.about) {
    case 'ROLE':
      return roleSentences(facts);
    case 'PILLAR':
    case 'CATEGORY':
    case 'ORGANIZATION_TYPE':
      return groupSentences(facts);
    case 'RESPONSIBILITY':
      return dutySentences(facts);
    case 'TOPIC':
      return topicSentences(facts);
    case 'SEVERAL':
      return commonSentences(facts);
  }
}

/** A number of nodes of a kind, in words, e.g. "two roles". */
export function countOfKind(count: number, kind: GraphNodeKind): string {
  return spelledNumberOf(count, kindNames[kind], pluralNames[kind]);
}

function roleSentences(facts: RoleFacts): NeighbourhoodSentences {
  const { label, nearest } = facts;
  const standing = standingOf(facts);
  if (nearest === null) return { title: `${label} overlaps with no other role`, lead: standing };
  return { title: `${label} is nearest to ${nearest.label}`, lead: `${sharedOf(nearest)} ${standing}`.trim() };
}

function sharedOf({ sharedDuties, sharedCategories, sharedGroups }: NonNullable<RoleFacts['nearest']>): string {
  if (sharedDuties.count > 0) return `Both do ${quotedNames(sharedDuties)}.`;
  if (sharedCategories.count > 0) return `Both are listed under ${quotedNames(sharedCategories)}.`;
  return sharedGroups.count > 0 ? `Both are in ${namesInWords(sharedGroups)}.` : '';
}

function standingOf({ label, pillars, pillarCount, organizationTypes }: RoleFacts): string {
  const all = pillars.length === pillarCount && pillarCount > 1;
  const where = all
    ? `all ${spelledNumber(pillarCount)} pillars`
    : pillars.length === 0
      ? 'no pillar'
      : inWords(pillars);
  const works = organizationTypes.length === 0 ? '' : `works in or for ${inWords(organizationTypes)}`;
  const stands = pillarCount === 0 ? '' : `stands in ${where}`;
  const clauses = [stands, works].filter((clause) => clause !== '').join(' and ');
  return clauses === '' ? '' : `${label} ${clauses}.`;
}

function groupSentences({ about, label, roleCount, categoryCount, nearest }: GroupFacts): NeighbourhoodSentences {
  const categories = about === 'CATEGORY' ? '' : ` It has ${countOfKind(categoryCount, 'CATEGORY')}.`;
  if (nearest === null) {
    const roles = `It has ${countOfKind(roleCount, 'ROLE')}.`;
    return { title: `${label} shares no role with another ${kindNames[about]}`, lead: `${roles}${categories}` };
  }
  const { sharedRoleCount } = nearest;
  const verb = sharedRoleCount === 1 ? 'is' : 'are';
  const shared = `${capitalized(spelledNumber(sharedRoleCount))} of its ${countOfKind(roleCount, 'ROLE')} ${verb} in ${nearest.label}, too.`;
  return { title: `${label} shares most roles with ${nearest.label}`, lead: `${shared}${categories}` };
}

function dutySentences({ label, roles, topics }: DutyFacts): NeighbourhoodSentences {
  const about = topics.length === 0 ? '' : `It is about ${inWords(topics)}.`;
  const { names, count } = roles;
  if (count === 0) return { title: `${label}: nobody does it`, lead: about };
  if (count === 1) return { title: `${label}: only ${names.join('')} does it`, lead: about };
  return {
    title: `${label}: ${countOfKind(count, 'ROLE')} do it`,
    lead: `Done by ${namesInWords(roles)}. ${about}`.trim(),
  };
}

function topicSentences({ label, dutyCount, roleCount }: TopicFacts): NeighbourhoodSentences {
  const lead = dutyCount === 0 ? '' : `${capitalized(countOfKind(roleCount, 'ROLE'))} do at least one of them.`;
  return { title: `${label}: ${duties(dutyCount)}`, lead };
}

function commonSentences({ labels, common, pairs }: CommonFacts): NeighbourhoodSentences {
  const subject = inWords(labels);
  const both = pairs.map(({ labels: pair, sharedDuties }) => {
    return `${labels.length === 2 ? 'Both' : `${inWords(pair)} both`} do ${quotedNames(sharedDuties)}.`;
  });
  if (common.length === 0) return { title: `${subject} have no neighbour in common`, lead: both.join(' ') };
  const counts = common.map(({ kind, nodes }) => countOfKind(nodes.count, kind));
  const named = common.map(({ kind, nodes }) => {
    return `the ${nodes.count === 1 ? kindNames[kind] : pluralNames[kind]} ${namesInWords(nodes)}`;
  });
  const shared = `In common: ${named.join('; ')}.`;
  return { title: `${subject} have ${inWords(counts)} in common`, lead: [...both, shared].join(' ') };
}

function quotedNames({ names, count }: Named): string {
  return namesInWords({ names: names.map((name) => `"${name}"`), count });
}

function duties(count: number): string {
  if (count === 0) return 'no duty is about it';
  return `${spelledNumber(count)} ${count === 1 ? 'duty is' : 'duties are'} about it`;
}
