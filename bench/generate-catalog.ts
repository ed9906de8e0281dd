import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { generatedCatalog } from './generated-catalog.ts';

/** Prints a generated catalog as one document: npx node bench/generate-catalog.ts --roles 5000 --seed 1 [--output file]. The document of 50,000 roles has 180 MB. */
const { values } = parseArgs({
  options: {
    roles: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    output: { type: 'string' },
  },
});
const roles = Number(values.roles);
const seed = Number(values.seed);
if (!Number.isInteger(roles) || roles < 1 || roles > 100_000 || !Number.isSafeInteger(seed)) {
  process.stderr.write('Wrong usage: --roles takes a whole number from 1 to 100000, --seed any whole number.\n');
  process.exitCode = 2;
} else {
  const document = `${JSON.stringify(generatedCatalog({ roles, seed }))}\n`;
  if (values.output === undefined) process.stdout.write(document);
  else await writeFile(values.output, document);
}
