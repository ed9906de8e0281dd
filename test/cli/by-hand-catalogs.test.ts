import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = join(import.meta.dirname, '../support/catalogs/by-hand');

/** Asks one of the catalogs that were written by hand. */
async function asking(catalog: string, ...options: readonly string[]) {
  const env = { ROLEGRAPH_DATA: await temporaryFolder() };
  const { code, stderr } = await cliInProcess(['import', join(folder, catalog), ...options], { env });
  expect(code, stderr).toBe(0);
  return async (...words: readonly string[]) => {
    const { stdout, stderr: notes } = await cliInProcess(words, { env });
    return `${notes}${stdout}`;
  };
}

const quotedHandbook = () => asking('continuity.yaml', '--sources', join(folder, 'documents'));

test('a list of titles says that closeness means places only, and where each role is listed', async () => {
  const ask = await asking('job-titles.yaml');
  expect(await ask('role', 'DBA')).toBe(
    `Database Administrator (DBA)

Organization types: Bakery Group

Listed in  Of            Where
IT         Bakery Group  no source given

The catalog does not say what this role does: the closest roles are those that are listed in the same places.

Closest roles                   Score  Coefficient  Lines  Told apart  Shared responsibilities
Head of IT                      1.000        1.000      2  yes
System Administrator (Grade 1)  1.000        1.000      2  yes
Site IT Contact                 0.559        1.000      2  yes
System Administrator (Grade 2)  0.559        1.000      2  yes
`.replace(/ +$/gm, ''),
  );
});

test('roles of one title are told apart in the overlap of groups', async () => {
  const ask = await asking('job-titles.yaml');
  expect(await ask('overlap', 'it', 'sites')).toContain('\nSystem Administrator (Grade 2)  ');
});

test('a retired title of the list leads to the role that replaced it', async () => {
  const ask = await asking('job-titles.yaml');
  expect(await ask('role', 'role:it-clerk')).toMatch(
    /^role:it-clerk: was replaced by System Administrator \(Grade 1\)\nSystem Administrator \(Grade 1\)\n/,
  );
});

test('a role shows the words and the condition of each line that says what it does', async () => {
  const shown = await (await quotedHandbook())('role', 'DBA');
  expect(shown).toContain(
    'Restore backups    source interview, #q-4 "If both admins are on leave, the DBA can restore, but nobody has tried."\n',
  );
  expect(shown).toContain(
    'Note                                       Said by\nOnly if the system administrator is away.  source interview, #q-4\n',
  );
});

test('a role without duties shows the words of the lines that name it', async () => {
  expect(await (await quotedHandbook())('role', 'Quality Manager')).toContain(
    'Incidents  Continuity  continuity:13 "In an emergency, the head of IT informs the management and the quality manager."\n',
  );
});
