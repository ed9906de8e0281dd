/**
 * Words that mean nearly the same in the name of a responsibility, one group a line. They are words of the English of IT
 * operations: general dictionaries, such as WordNet, join senses that nobody means here. Each form that has a stem of its
 * own is listed.
 */
export const synonyms = `
  advise advice recommend suggest propose counsel guide guidance
  align match tie fit connect unite
  analyze assess evaluate review interpret examine weigh investigate
  check verify validate test confirm assure
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
