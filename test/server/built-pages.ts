import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder.ts';

const html = `<!doctype html><html lang="en"><head>
<meta name="rolegraph-offers" content="" />
<script type="module" crossorigin src="./assets/index-ab12.js"></script>
<link rel="stylesheet" crossorigin href="./assets/index-cd34.css">
</head><body></body></html>
`;

/** A folder with the explorer, as Vite writes it. */
export async function builtExplorer(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'assets/index-ab12.js'), 'export {};\n'.repeat(1_000));
  await writeFile(join(folder, 'assets/index-cd34.css'), 'a { color: red }');
  await writeFile(join(folder, 'assets/inter-ef56.woff2'), Buffer.from([0, 255, 128]));
  return folder;
}

/** A folder with the documentation, as its build writes it. */
export async function builtDocs(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of ['assets', 'images', 'schema']) await mkdir(join(folder, name));
  const files = {
    'index.html': '<title>All pages</title>',
    'overlap.html': '<title>Overlap</title>',
    'schema.html': '<title>Schema</title>',
    'schema/Role.html': '<title>Role</title>',
    'schema/search.json': '{"schema":true}',
    'search.json': `{"docs":"${'word '.repeat(500)}"}`,
    'assets/main-ab12.js': 'export {};',
    'assets/main-cd34.css': 'a { color: red }',
    'images/plot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
