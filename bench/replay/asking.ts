import { send } from '../measure/client.ts';
import { isList, isObject, type JsonObject } from './json.ts';

/** What is sent to a server. */
export interface Asked {
  readonly query: string;
  readonly variables: JsonObject;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** Undefined where nothing was executed. */
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

export async function ask(server: string, { query, variables }: Asked): Promise<Answer> {
  const { status, body } = await send({ url: server, body: JSON.stringify({ query, variables }) });
  const parsed: unknown = JSON.parse(body.toString('utf8'));
  if (!isObject(parsed)) throw new Error(`${server} answered ${status} with what is no object of JSON.`);
  const { data, errors } = parsed;
  return { status, data, errors: isList(errors) ? errors : [] };
}

/** The data of an answer that must have some. */
export async function dataOf(server: string, asked: Asked): Promise<JsonObject> {
  const { data, errors } = await ask(server, asked);
  if (isObject(data) && errors.length === 0) return data;
  throw new Error(`${server} refused what is asked before recording: ${JSON.stringify(errors).slice(0, 500)}`);
}

/** The code of an error of an answer; undefined where it has none. */
export function codeOf(error: unknown): unknown {
  return isObject(error) && isObject(error['extensions']) ? error['extensions']['code'] : undefined;
}
