import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { generatedCatalog } from './generated-catalog.ts';

/** Prints a generated catalog as one document: npx node bench/generate-catalog.ts --roles 5000 --seed 1 [--appearances-per-role 3.2] [--output file]. The document of 50,000 roles has 60 MB. */
const { values } = parseArgs({
  options: {
    roles: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    'appearances-per-role': { type: 'string', default: '3.2' },
    output: { type: 'string' },
  },
});
const roles = Number(values.roles);
const seed = Number(values.seed);
const appearancesPerRole = Number(values['appearances-per-role']);
const isRight = Number.isInteger(roles) && roles >= 1 && roles <= 100_000 && Number.isSafeInteger(seed);
if (!isRight || !(appearancesPerRole >= 1 && appearancesPerRole <= 60)) {
  process.stderr.write(
    'Wrong usage: --roles takes a whole number from 1 to 100000, --seed any whole number, --appearances-per-role a number from 1 to 60.\n',
  );
  process.exitCode = 2;
} else {
  const document = `${JSON.stringify(generatedCatalog({ roles, seed, appearancesPerRole }))}\n`;
  if (values.output === undefined) process.stdout.write(document);
  else await writeFile(values.output, document);
}
