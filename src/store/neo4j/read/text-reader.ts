import { z } from 'zod';
import { appearanceKeyAt } from '../../../graph/structure/keys.ts';
import type { AppearanceText, GraphStructure, GraphTexts, TextKeys } from '../../../graph/structure/graph-data.ts';
import { itemAt } from '../../../collections/item-at.ts';
import { nodeId } from '../../../graph/nodes/node-id.ts';
import { columnOf, inIndexOrder, rowSize } from './columns.ts';
import type { Executor } from '../driver/executor.ts';
import { readStatement } from '../driver/statement.ts';
import type { GenerationCounts } from '../generation-counts.ts';
import { requestTimeouts, startupTimeouts, type Timeouts } from '../driver/timeouts.ts';

/** The texts of a node; only an appearance has titles. */
type NodeTexts<Key> = readonly [
  key: Key,
  titles: readonly string[] | null,
  summary: string | null,
  note: string | null,
  quote: string | null,
];

const isText = (value: unknown) => value === null || typeof value === 'string';
const isTitles = (value: unknown) =>
  value === null || (Array.isArray(value) && value.every((title) => typeof title === 'string'));

function textsBy<Key>(isKey: (value: unknown) => value is Key) {
  const isNode = (value: unknown): value is NodeTexts<Key> =>
    Array.isArray(value) && isKey(value[0]) && isTitles(value[1]) && value.slice(2).every(isText);
  return z.object({ texts: columnOf(isNode, 'a list of texts of nodes') });
}

const textsById = textsBy((value) => typeof value === 'string');
const textsByIndex = textsBy((value): value is number => Number.isInteger(value));

const readTexts = readStatement('read-texts', textsById, requestTimeouts);
const readAllTexts = readStatement('read-all-texts', textsByIndex);

/** How many texts are read in one call: reading them takes as long as other calls of a request, at most. */
const textsPerCall = 1_000;

/**
 * Makes Neo4j plan the statements that requests will send, which takes some 100 ms each. They ask for a generation that
 * does not exist, so that nothing is read.
 */
export async function planTextStatements(executor: Executor): Promise<void> {
  const generation = '';
  await executor.run(readTexts, { generation, wanted: { ids: ['role:'] }, rowSize }, startupTimeouts);
  await executor.run(readAllTexts, { generation, kind: 'role', rowSize }, startupTimeouts);
}

/** All texts of a generation. */
export async function allTexts(
  executor: Executor,
  generation: string,
  counts: Pick<GenerationCounts, 'responsibilities' | 'roles' | 'appearances'>,
): Promise<GraphTexts> {
  async function nodes(what: keyof typeof counts, kind: 'responsibility' | 'role' | 'appearance') {
    const rows = await executor.run(readAllTexts, { generation, kind, rowSize });
    const read = rows.flatMap(({ texts }) => texts.map((node) => [node[0], node] as const));
    return inIndexOrder(what, counts[what], read);
  }

  return {
    responsibilitySummaries: (await nodes('responsibilities', 'responsibility')).map(summaryOf),
    roleSummaries: (await nodes('roles', 'role')).map(summaryOf),
    appearances: (await nodes('appearances', 'appearance')).map(appearanceText),
  };
}

function summaryOf([, , summary]: NodeTexts<unknown>): string | null {
  return summary;
}

function appearanceText([, titles, summary, note, quote]: NodeTexts<unknown>): AppearanceText {
  return { titles: titles ?? [], summary, note, quote };
}

/**
 * Some texts of a generation, in one round trip or, if there are many, in several.
 *
 * @returns undefined if one of them does not exist (any more).
 */
export async function textsOf(
  executor: Executor,
  generation: string,
  structure: GraphStructure,
  { responsibilitySummaries, roleSummaries, appearances }: TextKeys,
  timeouts: Timeouts,
): Promise<GraphTexts | undefined> {
  const responsibilityIds = responsibilitySummaries.map((index) => {
    return nodeId('RESPONSIBILITY', itemAt(structure.responsibilities, index).slug);
  });
  const roleIds = roleSummaries.map((index) => nodeId('ROLE', itemAt(structure.roles, index).slug));
  const appearanceIds = appearances.map((index) => nodeId('APPEARANCE', appearanceKeyAt(structure, index)));
  const ids = [...new Set([...responsibilityIds, ...roleIds, ...appearanceIds])];
  const found = new Map<string, NodeTexts<string>>();
  for (let start = 0; start < ids.length; start += textsPerCall) {
    const wanted = { ids: ids.slice(start, start + textsPerCall) };
    for (const { texts } of await executor.run(readTexts, { generation, wanted, rowSize }, timeouts)) {
      for (const node of texts) found.set(node[0], node);
    }
  }
  if (found.size !== ids.length) return undefined;
  const nodeOf = (id: string): NodeTexts<string> => found.get(id) ?? [id, null, null, null, null];
  return {
    responsibilitySummaries: responsibilityIds.map((id) => summaryOf(nodeOf(id))),
    roleSummaries: roleIds.map((id) => summaryOf(nodeOf(id))),
    appearances: appearanceIds.map((id) => appearanceText(nodeOf(id))),
  };
}
