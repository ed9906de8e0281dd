import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { send, start } from '../server/running-server.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Asks the catalog that ships. */
async function rolegraph(...words: string[]) {
  return cliInProcess(words, { env: { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') } });
}

const drawing = z.object({
  title: z.string(),
  cut: z.string().nullable(),
  nodes: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
  links: z.array(z.looseObject({ kind: z.string() })),
});

test('graph writes a file to standard output, of the whole selection', async () => {
  const { code, stdout, stderr } = await rolegraph('graph', '--view', 'all', '--format', 'd3.json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { title, cut, nodes } = drawing.parse(JSON.parse(stdout));
  expect([title, cut]).toEqual(['Everything', null]);
  // More than the limit of a query that names none.
  expect(nodes.length).toBeGreaterThan(500);
});

test('graph writes a file whose name has the format', async () => {
  const file = join(await temporaryFolder(), 'devops.d3.json');
  const words = ['graph', 'DevOps Engineer', '--depth', '2', '--edge-kinds', 'overlaps-with', '--output', file];
  const { code, stdout, stderr } = await rolegraph(...words);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `Wrote the graph to ${file}.\n` });
  const { title, nodes, links } = drawing.parse(JSON.parse(await readFile(file, 'utf8')));
  expect(title).toBe('DevOps Engineer, depth 2, selected kinds');
  expect(nodes[0]?.id).toBe('role:devops-engineer');
  expect(links.every(({ kind }) => kind === 'OVERLAPS_WITH')).toBe(true);
});

test('graph says that a limit cut a file', async () => {
  const { code, stdout, stderr } = await rolegraph('graph', '--format', 'd3.json', '--max-nodes', '5');
  expect(code).toBe(0);
  expect(stderr).toContain(
    'it has the first 5 nodes, those nearest to the roots and of most edges, because maxNodes is 5.\n',
  );
  expect(drawing.parse(JSON.parse(stdout)).cut).toBe(stderr.trimEnd());
});

test('graph takes the options of a format', async () => {
  const { stdout } = await rolegraph(
    'graph',
    '--view',
    'roles',
    '--format',
    'edges.csv',
    '--direction',
    'directed',
    '--bom',
  );
  expect(stdout.startsWith('\ufeff')).toBe(true);
  expect(stdout).not.toContain('Undirected');
});

/** Selections as addresses write them, and as the command does. */
const selections = [
  ['', []],
  ['view=duties&version=1.2', ['--view', 'duties', '--format-version', '1.2']],
  [
    'view=roles&minOverlap=0.3&direction=undirected',
    ['--view', 'roles', '--min-overlap', '0.3', '--direction', 'undirected'],
  ],
  [
    'roots=SRE,pillar:security&depth=2&nodeKinds=roles,PILLAR',
    ['SRE,pillar:security', '--depth', '2', '--node-kinds', 'roles,PILLAR'],
  ],
  ['roots=role:sre&view=evidence&depth=3', ['site-reliability-engineer', '--view', 'evidence', '--depth', '3']],
  ['edgeKinds=none&maxNodes=20', ['--edge-kinds', 'none', '--max-nodes', '20']],
] as const;

test.each(selections)('graph writes what the address of %s gives', async (query, words) => {
  const server = await start();
  const { stdout } = await rolegraph('graph', ...words, '--format', 'gexf');
  const { text } = await send(`${server.url}/graph.gexf?${query}`);
  expect(text).toContain('<gexf');
  expect(stdout).toBe(text);
});

test('graph begins at a source, too', async () => {
  const [source] = (await shippedCatalog()).sources;
  const { stdout } = await rolegraph('graph', `source:${source?.slug}`, '--view', 'evidence', '--format', 'd3.json');
  const { nodes } = drawing.parse(JSON.parse(stdout));
  expect(nodes[0]?.kind).toBe('SOURCE');
  expect(nodes.filter(({ kind }) => kind === 'APPEARANCE').length).toBeGreaterThan(5);
});

test('a view narrows the list of a graph, too', async () => {
  const { code, stdout } = await rolegraph('graph', '--view', 'pillars', '--json');
  expect(code).toBe(0);
  const { nodes } = z
    .object({ graph: z.object({ nodes: z.array(z.object({ kind: z.string() })) }) })
    .parse(JSON.parse(stdout)).graph;
  expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(['PILLAR']));
});

test.each([
  [['--output', 'graph.txt'], 'graph.txt does not end with a format. Give --format, one of '],
  [['--format', 'gif'], 'There is no format "gif"'],
  [['--format', 'd3.json', '--json'], 'cannot be used with'],
  [['--format', 'd3.json', '--direction', 'mixed'], 'd3.json cannot have --direction mixed. Leave the option out.'],
  [['--format', 'd3.json', '--bom'], 'd3.json cannot have --bom. Leave the option out.'],
  [['--format', 'json', '--direction', 'mixed'], 'json cannot have --direction mixed. Allowed: directed, undirected.'],
  [['--format', 'gexf', '--format-version', '2'], 'gexf cannot have --format-version 2. Allowed: 1.3, 1.2.'],
  [['--format', 'ttl', '--format-version', '1'], 'ttl cannot have --format-version 1. Leave the option out.'],
  [['--format-version', '1.2'], '--format-version is for files only. Give --format or --output, too.'],
  [['--edge-kinds', 'performs,none'], 'or "none" alone, for no edges.'],
  [
    ['--format', 'mmd'],
    'Narrow the selection with roots, depth, --node-kinds, --edge-kinds, --min-overlap or --max-nodes,',
  ],
  [['--view', 'nothing'], "argument 'nothing' is invalid. Allowed choices are roles, pillars,"],
  [['--format', 'd3.json', '--depth', '9'], '--depth is 9; it must be between 0 and 4.'],
])('graph refuses %j: %s', async (words, message) => {
  const { code, stdout, stderr } = await rolegraph('graph', ...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('graph says that a file cannot be written', async () => {
  const { code, stderr } = await rolegraph('graph', '--output', '/nonexistent/graph.d3.json');
  expect(code).toBe(1);
  expect(stderr).toContain('Cannot write the graph to /nonexistent/graph.d3.json: ENOENT');
});

test('export writes every role with what the catalog says of it, for a spreadsheet', async () => {
  const { code, stdout, stderr } = await rolegraph('export', 'roles.csv');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [heading = '', ...rows] = stdout.trimEnd().split('\r\n');
  expect(heading.startsWith('\ufeffId,Role,Alternate titles,Pillars,')).toBe(true);
  expect(rows).toHaveLength(138);
  expect(rows.find((row) => row.startsWith('role:devops-engineer,DevOps Engineer,'))).toContain(
    'Operational Excellence; Security',
  );
});

test('export writes a workbook', async () => {
  const file = join(await temporaryFolder(), 'matrix.xlsx');
  const { code, stderr } = await rolegraph('export', 'matrix.xlsx', '--output', file);
  expect({ code, stderr }).toEqual({ code: 0, stderr: `Wrote the workbook to ${file}.\n` });
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
});
