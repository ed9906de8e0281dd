import { z } from 'zod';
import { appearanceIdAt } from '../../graph/appearance-id.ts';
import type { GraphStructure, GraphTexts } from '../../graph/graph.ts';
import { itemAt } from '../../graph/item-at.ts';
import { nodeId } from '../../graph/node-id.ts';
import type { TextKeys, Texts } from '../graph-store.ts';
import { inPlaces, place } from './columns.ts';
import type { Executor } from './executor.ts';
import { rowSize } from './row-size.ts';
import { long, patient, readStatement, short, type Patience } from './statement.ts';

const titles = z.array(z.string());
const text = z.string().nullable();

const readTexts = readStatement(
  'read-texts',
  z.object({ texts: z.array(z.tuple([z.string(), titles.nullable(), text, text])) }),
  short,
);
const readRoleTexts = readStatement(
  'read-role-texts',
  z.object({ texts: z.array(z.tuple([place, z.null(), text, z.null()])) }),
);
const readAppearanceTexts = readStatement(
  'read-appearance-texts',
  z.object({ texts: z.array(z.tuple([place, titles, text, text])) }),
);

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
  { roles, appearances }: GraphStructure,
): Promise<GraphTexts> {
  const ofRoles = await executor.run(readRoleTexts, { generation, rowSize });
  const ofAppearances = await executor.run(readAppearanceTexts, { generation, rowSize });
  const summaries = ofRoles.flatMap((row) => row.texts.map(([at, , summary]) => [at, { summary }] as const));
  const lines = ofAppearances.flatMap((row) =>
    row.texts.map(([at, theirTitles, summary, note]) => [at, { titles: theirTitles, summary, note }] as const),
  );
  return {
    roleSummaries: inPlaces('roles', roles.length, summaries).map(({ summary }) => summary),
    appearances: inPlaces('appearances', appearances.role.length, lines),
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
  const nodeOf = (id: string) => found.get(id) ?? [id, null, null, null];
  return {
    roleSummaries: roleIds.map((id) => nodeOf(id)[2]),
    appearances: appearanceIds.map((id) => {
      const [, theirTitles, summary, note] = nodeOf(id);
      return { titles: theirTitles ?? [], summary, note };
    }),
  };
}
