import { stem } from 'porter2';

/**
 * Words that mean nearly the same in the name of a responsibility, one group a line. They are words of the English of IT
 * operations: general dictionaries, such as WordNet, join senses that nobody means here. Each form that has a stem of its
 * own is listed.
 */
export const synonyms = `
  advise advice recommend suggest propose counsel guide guidance
  align match tie fit connect unite
  analyze assess evaluate review interpret examine weigh investigate
  check verify validate test confirm assure assurance audit inspect
  monitor track watch follow observe observable observability telemetry
  manage oversee administer govern run own handle control operate
  lead drive organize coordinate direct
  build develop create design define
  implement apply introduce embed integrate
  configure setting
  optimize tune improve enhance refine
  reduce minimize cut lower save waste
  ensure maintain uphold upheld
  report present show communicate inform message
  fix resolve repair remedy remediate diagnose
  recover restore
  protect secure safeguard security
  provide supply deliver
  achieve meet met attain
  cost spend expense finance financial budget
  resilience resilient reliability reliable availability available stability stable
  client customer
  threat risk vulnerability weakness
  incident outage failure
  exercise simulate simulation drill
  regulation law compliance rule
  commitment obligation standard policy target objective goal
  metric indicator KPI
  need requirement demand
  usage utilize utilization consume consumption
  resource capacity compute
  sustainability sustainable environment environmental ESG green carbon energy
  system platform infrastructure
  application software code
  algorithm model
  team department
  permission right access
  update patch upgrade
`;

/** What somebody does who is called by it: "audit" of "auditor". */
const agent = /(?<=[a-z]{4})(?:e|o)rs?$/;

const groups = synonyms
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

/** The other words of the groups that a word, or what somebody does who is called by it, belongs to; none for most words. */
export function synonymsOf(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const stems = new Set([stem(lower), stem(lower.replace(agent, ''))]);
  const own = groups.filter((group) => group.some((each) => stems.has(stem(each.toLowerCase()))));
  return own.flat().filter((each) => !stems.has(stem(each.toLowerCase())));
}
