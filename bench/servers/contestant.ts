import { z } from 'zod';
import { firstDifference } from '../measure/facts.ts';
import { longestAnswer, send, type Call } from '../measure/client.ts';
import type { Operation, Subject } from '../operations/operation.ts';
import { OwnProcess, type ProcessPlan } from './own-process.ts';

export const contestantNames = [
  'ours on Neo4j, cold',
  'ours on Neo4j, warm',
  'ours embedded, cold',
  'ours embedded, warm',
  '@neo4j/graphql',
  'bare Cypher',
  'ready objects',
  'hello',
] as const;
export type ContestantName = (typeof contestantNames)[number];

/** The kind of its requests and answers. */
export type Dialect = 'rolegraph' | 'neo4jGraphql' | 'cypher' | 'hello';

export interface ContestantPlan extends ProcessPlan {
  readonly name: ContestantName;
  readonly dialect: Dialect;
  readonly port: number;
}

/** Time between two checks whether a server is up, in milliseconds; more checks would slow its start. */
const startPause = 20;

export interface Facts {
  readonly facts: unknown;
  /** Of the answer. */
  readonly bytes: number;
}

/** A measured server, in its own process. */
export class Contestant {
  readonly name: ContestantName;
  readonly process: OwnProcess;
  readonly #dialect: Dialect;
  readonly #origin: string;
  /** From starting the process to its first right answer, in milliseconds. */
  startTime = 0;

  constructor(plan: ContestantPlan) {
    this.name = plan.name;
    this.#dialect = plan.dialect;
    this.#origin = `http://127.0.0.1:${plan.port}`;
    this.process = new OwnProcess(plan);
  }

  /** Starts it, and waits for its first answer. */
  static async start(plan: ContestantPlan, first: Operation, subject: Subject, within = 120_000): Promise<Contestant> {
    const started = performance.now();
    const contestant = new Contestant(plan);
    for (;;) {
      const facts = await contestant.facts(first, subject).catch(() => undefined);
      if (facts !== undefined) break;
      const waited = performance.now() - started;
      if (!contestant.process.runs || waited > within) {
        await contestant.process.stop();
        throw new Error(`${plan.name} gave no answer; its output is in ${plan.log}.`);
      }
      await new Promise((resolve) => setTimeout(resolve, startPause));
    }
    contestant.startTime = performance.now() - started;
    return contestant;
  }

  call(operation: Operation, subject: Subject): Call {
    switch (this.#dialect) {
      case 'rolegraph':
      case 'neo4jGraphql':
        return this.graphql({ ...operation[this.#dialect](subject), operationName: operation.letter });
      case 'cypher': {
        const { file, parameters } = operation.cypher(subject);
        return { url: `${this.#origin}/${file}`, body: JSON.stringify(parameters) };
      }
      case 'hello':
        return this.graphql({ query: '{ hello }' });
    }
  }

  graphql(body: Readonly<Record<string, unknown>>): Call {
    return { url: `${this.#origin}/graphql`, body: JSON.stringify(body) };
  }

  /** Returns facts, and retries while the server is unavailable, for at most a minute; also counts how often it was. */
  async factsInTime(operation: Operation, subject: Subject): Promise<Facts & { readonly refusals: readonly string[] }> {
    const started = performance.now();
    const refusals: string[] = [];
    for (;;) {
      try {
        return { ...(await this.facts(operation, subject)), refusals };
      } catch (error) {
        if (!(error instanceof Unavailable) || performance.now() - started > longestAnswer) throw error;
        refusals.push(error.message);
      }
    }
  }

  /** `data` of GraphQL, the whole answer of the bare server. @throws Error where it is no answer. */
  async ask(call: Call): Promise<{ readonly data: unknown; readonly bytes: number }> {
    const { status, body } = await send(call);
    const parsed: unknown = status === 200 ? JSON.parse(body.toString()) : undefined;
    const { data, errors } = z.object({ data: z.unknown(), errors: z.unknown() }).partial().catch({}).parse(parsed);
    if (status !== 200 || errors !== undefined) {
      const text = `${this.name} answers ${status}: ${body.toString().slice(0, 500)}`;
      throw status === 503 ? new Unavailable(text) : new Error(text);
    }
    return { data: this.#dialect === 'cypher' ? parsed : data, bytes: body.length };
  }

  /** Its answer as plain facts, which are the same for every server. */
  async facts(operation: Operation, subject: Subject): Promise<Facts> {
    const { data, bytes } = await this.ask(this.call(operation, subject));
    return { facts: this.#dialect === 'hello' ? data : operation.facts[this.#dialect](data), bytes };
  }
}

export type Answered = readonly [name: ContestantName, facts: unknown];

/** A server is unavailable (503). */
class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Two servers give different answers, so their times cannot be compared. */
export class DifferentAnswers extends Error {
  override readonly name = 'DifferentAnswers';
}

/** @throws DifferentAnswers that shows where. */
export function checkSame({ letter }: Operation, [left, leftFacts]: Answered, [right, rightFacts]: Answered): void {
  const difference = firstDifference(leftFacts, rightFacts);
  if (difference === undefined) return;
  throw new DifferentAnswers(`Operation ${letter}: "${left}" and "${right}" answer differently: ${difference}.`);
}
