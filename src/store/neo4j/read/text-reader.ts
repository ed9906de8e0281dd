import { z } from 'zod';
import { appearanceIdAt } from '../../../graph/structure/appearance-id.ts';
import type { GraphStructure, GraphTexts } from '../../../graph/structure/graph.ts';
import { itemAt } from '../../../collections/item-at.ts';
import { nodeId } from '../../../graph/nodes/node-id.ts';
import type { TextKeys, Texts } from '../../graph-store.ts';
import { columnOf, inPlaces } from './columns.ts';
import type { Executor } from '../driver/executor.ts';
import { rowSize } from './row-size.ts';
import { long, patient, readStatement, short, type Patience } from '../driver/statement.ts';

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
const textsByPlace = textsBy((value): value is number => Number.isInteger(value));

const readTexts = readStatement('read-texts', textsById, short);
const readRoleTexts = readStatement('read-role-texts', textsByPlace);
const readAppearanceTexts = readStatement('read-appearance-texts', textsByPlace);

/** From how many texts on reading them may take longer than a request otherwise waits. */
const many = 1_000;

/** Has Neo4j plan what requests will ask, which takes it some 100 ms each; of a generation that is not there, so that is all. */
export async function warmTexts(executor: Executor): Promise<void> {
  const generation = '';
  await executor.run(readTexts, { generation, wanted: { ids: ['role:'] }, rowSize }, patient);
  await executor.run(readRoleTexts, { generation, rowSize }, patient);
  await executor.run(readAppearanceTexts, { generation, rowSize }, patient);
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
    roleSummaries: inPlaces('roles', counts.roles, summaries).map(({ summary }) => summary),
    appearances: inPlaces('appearances', counts.appearances, lines),
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
  patience: Patience,
): Promise<Texts | undefined> {
  const roleIds = roleSummaries.map((at) => nodeId('ROLE', itemAt(structure.roles, at).slug));
  const appearanceIds = appearances.map((at) => appearanceIdAt(structure, at));
  const ids = [...new Set([...roleIds, ...appearanceIds])];
  if (ids.length === 0) return { roleSummaries: [], appearances: [] };
  const rows = await executor.run(
    readTexts,
    { generation, wanted: { ids }, rowSize },
    ids.length > many ? long : patience,
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
