import { shortJson } from '../replay/json.ts';
import type { AttackResult, Memory } from './fuzz.ts';
import { seconds, type Batch, type Findings, type Outcome } from './send-requests.ts';

/** What a fuzz found, as text. */
export function reportOf(findings: Findings, memory: readonly Memory[]): string {
  const { slowest, longestHolds, violations } = findings;
  return [
    `Answers of ${findings.sent} requests:`,
    findings.answers.lines(),
    `Longest hold of the event loop: ${round(findings.longestWork)} ms of processor time, ${round(findings.longestHold)} ms by the clock`,
    `Longest answer of /health: ${round(findings.longestPing)} ms`,
    ...(memory.length > 0
      ? [
          `Memory in use (MB):   ${memory.map(({ used }) => Math.round(used)).join(' ')}`,
          `Resident memory (MB): ${memory.map(({ resident }) => Math.round(resident)).join(' ')}`,
        ]
      : []),
    'Slowest:',
    ...slowest.map((outcome) => `  ${outcomeLine(outcome)}`),
    'Longest holds:',
    ...longestHolds.map((batch) => `  ${holdLine(batch)}  ${batch.outcomes.map(({ name }) => name).join(', ')}`),
    violationLines(violations),
  ].join('\n');
}

/** What attacks caused, as text. */
export function attackReport(results: readonly AttackResult[], violations: readonly string[]): string {
  const lines = results.map(({ name, atOnce, batch }) => {
    const slowest = batch.outcomes.reduce((worst, each) => (each.milliseconds > worst.milliseconds ? each : worst));
    const answers = [...new Set(batch.outcomes.map(({ answer }) => answer))].join(', ');
    return `${holdLine(batch)} ${seconds(slowest.milliseconds).padStart(7)} ${size(slowest)}  ${name} (${atOnce} at once): ${answers}`;
  });
  return ['held (processor, clock), /health, resident, answer', ...lines, violationLines(violations)].join('\n');
}

/** One request with what it caused, in full. */
export function replayed(outcome: Outcome, batch: Batch): string {
  const { query, variables } = outcome.asked;
  return [query, shortJson(variables, 2_000), `${holdLine(batch)}  ${outcomeLine(outcome)}`].join('\n');
}

function holdLine({ inside, ping }: Batch): string {
  const held = inside === undefined ? [] : [inside.longestWork, inside.longestHold];
  const resident = inside === undefined ? '' : `${round(inside.resident)} MB`;
  return [...[...held, ping].map((each) => `${round(each)} ms`.padStart(8)), resident.padStart(8)].join(' ');
}

function outcomeLine(outcome: Outcome): string {
  return `${seconds(outcome.milliseconds)} ${size(outcome)}  ${outcome.name}: ${outcome.answer}`;
}

function size({ bytes }: Outcome): string {
  return `${Math.ceil(bytes / 1e3)} kB`.padStart(9);
}

function violationLines(violations: readonly string[]): string {
  if (violations.length === 0) return 'No violations.';
  const shown = violations.slice(0, 40).map((violation) => `  ${violation}`);
  return [`${violations.length} violations:`, ...shown].join('\n');
}

function round(value: number): string {
  return value === Infinity ? 'never' : String(Math.round(value));
}
