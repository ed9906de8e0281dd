import { z } from 'zod';
import { appearanceKeyAt } from '../../../graph/structure/keys.ts';
import type { GraphStructure, GraphTexts } from '../../../graph/structure/graph-data.ts';
import { itemAt } from '../../../collections/item-at.ts';
import { nodeId } from '../../../graph/nodes/node-id.ts';
import type { TextKeys } from '../../stored-catalog.ts';
import { columnOf, inIndexOrder } from './columns.ts';
import type { Executor } from '../driver/executor.ts';
import { rowSize } from './row-size.ts';
import { readStatement } from '../driver/statement.ts';
import { bulkTimeouts, requestTimeouts, startupTimeouts, type Timeouts } from '../driver/timeouts.ts';

/** What is read of a node; an appearance has titles, a role none. */
type NodeTexts<Key> = readonly [
  key: Key,
  titles: readonly string[] | null,
  summary: string | null,
  note: string | null,
];

const isText = (value: unknown) => value === null || typeof value === 'string';
const isTitles = (value: unknown) =>
  value === null || (Array.isArray(value) && value.every((title) => typeof title === 'string'));

function textsBy<Key>(isKey: (value: unknown) => value is Key) {
  const isNode = (value: unknown): value is NodeTexts<Key> =>
    Array.isArray(value) && isKey(value[0]) && isTitles(value[1]) && isText(value[2]) && isText(value[3]);
  return z.object({ texts: columnOf(isNode, 'a list of texts of nodes') });
}

const textsById = textsBy((value) => typeof value === 'string');
const textsByIndex = textsBy((value): value is number => Number.isInteger(value));

const readTexts = readStatement('read-texts', textsById, requestTimeouts);
const readRoleTexts = readStatement('read-role-texts', textsByIndex);
const readAppearanceTexts = readStatement('read-appearance-texts', textsByIndex);

/** From how many texts on reading them may take longer than a request otherwise waits. */
const many = 1_000;

/**
 * Lets Neo4j plan the statements that requests will send, which takes it some 100 ms each. They ask for a generation that does
 * not exist, so that nothing is read.
 */
export async function planTextStatements(executor: Executor): Promise<void> {
  const generation = '';
  await executor.run(readTexts, { generation, wanted: { ids: ['role:'] }, rowSize }, startupTimeouts);
  await executor.run(readRoleTexts, { generation, rowSize }, startupTimeouts);
  await executor.run(readAppearanceTexts, { generation, rowSize }, startupTimeouts);
}

/** All texts of a generation. */
export async function allTexts(
  executor: Executor,
  generation: string,
  counts: { readonly roles: number; readonly appearances: number },
): Promise<GraphTexts> {
  const ofRoles = await executor.run(readRoleTexts, { generation, rowSize });
  const ofAppearances = await executor.run(readAppearanceTexts, { generation, rowSize });
  const summaries = ofRoles.flatMap((row) => row.texts.map(([at, , summary]) => [at, { summary }] as const));
  const lines = ofAppearances.flatMap((row) =>
    row.texts.map(([at, titles, summary, note]) => [at, { titles: titles ?? [], summary, note }] as const),
  );
  return {
    roleSummaries: inIndexOrder('roles', counts.roles, summaries).map(({ summary }) => summary),
    appearances: inIndexOrder('appearances', counts.appearances, lines),
  };
}

/**
 * Some texts of a generation, in one round trip.
 *
 * @returns undefined where one of them is not there (any more).
 */
export async function textsOf(
  executor: Executor,
  generation: string,
  structure: GraphStructure,
  { roleSummaries, appearances }: TextKeys,
  timeouts: Timeouts,
): Promise<GraphTexts | undefined> {
  const roleIds = roleSummaries.map((at) => nodeId('ROLE', itemAt(structure.roles, at).slug));
  const appearanceIds = appearances.map((at) => nodeId('APPEARANCE', appearanceKeyAt(structure, at)));
  const ids = [...new Set([...roleIds, ...appearanceIds])];
  if (ids.length === 0) return { roleSummaries: [], appearances: [] };
  const rows = await executor.run(
    readTexts,
    { generation, wanted: { ids }, rowSize },
    ids.length > many ? bulkTimeouts : timeouts,
  );
  const found = new Map(rows.flatMap((row) => row.texts).map((node) => [node[0], node]));
  if (found.size !== ids.length) return undefined;
  const nodeOf = (id: string): NodeTexts<string> => found.get(id) ?? [id, null, null, null];
  return {
    roleSummaries: roleIds.map((id) => nodeOf(id)[2]),
    appearances: appearanceIds.map((id) => {
      const [, titles, summary, note] = nodeOf(id);
      return { titles: titles ?? [], summary, note };
    }),
  };
}
