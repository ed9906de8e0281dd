import { buildSchema, parse, print, type GraphQLSchema } from 'graphql';
import { progress } from '../progress.ts';
import { askedFields } from './asked-fields.ts';
import { ask, codeOf, type Answer } from './asking.ts';
import { compareAnswers, type Difference } from './compare-answers.ts';
import { shortJson } from './json.ts';
import { countAnswer } from './record.ts';
import { readRecording, type Exchange } from './recording.ts';
import { readRenames, renamed, type Renames } from './rename-fields.ts';
import { Tally } from './tally.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface CompareOptions {
  readonly server: string;
  readonly input: string;
  readonly renames: string | undefined;
  /** How many requests with differences are shown. */
  readonly show: number;
}

export interface Comparison {
  readonly report: string;
  readonly isSame: boolean;
}

/** How often a request is sent whose answer is late, or a worse plan, as when the machine is busy. */
const mostTries = 3;

/** Sends what was recorded once more, and tells what is answered otherwise. */
export async function compare({ server, input, renames: file, show }: CompareOptions): Promise<Comparison> {
  const { head, exchanges } = await readRecording(input);
  const schema = buildSchema(head.schema);
  const renames: Renames = file === undefined ? {} : await readRenames(file, schema);
  const { revision } = await vocabularyOf(server);
  if (revision !== head.revision) {
    throw new Error(`${server} serves another catalog (${revision}) than ${input} was recorded of (${head.revision}).`);
  }

  const answers = new Tally();
  const allowed = new Tally();
  const places = new Tally();
  const shown: string[] = [];
  let requests = 0;
  let differing = 0;
  for await (const exchange of exchanges) {
    requests++;
    countAnswer(answers, exchange.kind, exchange.answer);
    if (isLate(exchange.answer)) {
      allowed.add('recorded answer was not there in time');
      continue;
    }
    const { query, differences, rules } = await compareExchange(server, exchange, schema, renames);
    for (const rule of rules) allowed.add(rule);
    if (requests % 1_000 === 0) progress(`${requests} requests compared`);
    if (differences.length === 0) continue;
    differing++;
    for (const coordinate of new Set(differences.map((each) => each.coordinate))) places.add(coordinate);
    if (shown.length < show) shown.push(shownDifferences(requests, query, exchange, differences));
  }

  const report = [
    `${input}: recorded of ${head.store}, ${requests} requests, ${differing} of them answered otherwise`,
    'As recorded:',
    answers.lines(),
    ...(allowed.isEmpty ? [] : ['Differs as it may:', allowed.lines()]),
    ...(places.isEmpty ? [] : ['Differs as it must not, in so many requests:', places.lines()]),
    ...shown,
  ].join('\n');
  return { report, isSame: differing === 0 };
}

async function compareExchange(
  server: string,
  { asked: { query, variables }, answer }: Exchange,
  schema: GraphQLSchema,
  renames: Renames,
): Promise<{ readonly query: string; readonly differences: readonly Difference[]; readonly rules: readonly string[] }> {
  const document = parse(query, { noLocation: true });
  const asked = { query: print(renamed(document, schema, renames)), variables };
  const fields = askedFields(document, schema);
  for (let tries = 1; ; tries++) {
    const now = await ask(server, asked);
    const { differences, allowed } = compareAnswers(fields, answer, now);
    // What was searched for without success may be found when there is more time.
    const isOfTime = differences.length > 0 && (isLate(now) || differences.every(({ why }) => why !== undefined));
    if (!isOfTime || tries === mostTries) return { query: asked.query, differences, rules: allowed };
  }
}

function isLate({ errors }: Answer): boolean {
  return errors.some((error) => codeOf(error) === 'TIMEOUT');
}

function shownDifferences(
  number: number,
  query: string,
  { kind, asked }: Exchange,
  differences: readonly Difference[],
): string {
  const lines = differences.slice(0, 4).map(({ coordinate, path, recorded, now, why }) => {
    const reason = why === undefined ? '' : ` (${why})`;
    return `  ${coordinate} at ${path}${reason}\n    recorded ${shortJson(recorded)}\n    now      ${shortJson(now)}`;
  });
  const more = differences.length > lines.length ? [`  and ${differences.length - lines.length} more`] : [];
  return [
    `\nRequest ${number} (${kind}):`,
    ...lines,
    ...more,
    `  query ${query.replace(/\s+/g, ' ')}`,
    `  variables ${JSON.stringify(asked.variables)}`,
  ].join('\n');
}
