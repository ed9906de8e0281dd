import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { catalogDocument } from '../../../src/catalog/canonical-catalog.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { readCatalog } from '../../../src/catalog/read/read-catalog.ts';
import { mergedCatalog } from '../../../src/catalog/update/merged-catalog.ts';
import { UpdateError } from '../../../src/catalog/update/update-error.ts';
import { updateFile } from '../../../src/catalog/update/update-file.ts';
import { updatedYaml } from '../../../src/catalog/update/updated-yaml.ts';
import { catalogYaml } from '../../../src/catalog/write/catalog-yaml.ts';
import { convertedCopyPath, convertedCopyText } from '../../../src/catalog/write/converted-copy.ts';
import { generatedCatalogs } from '../generated-catalogs.ts';
import { temporaryFolder } from '../small-catalog.ts';

const before: Catalog = {
  name: 'RACI',
  version: '1.0.0',
  sources: [{ slug: 'raci', title: 'RACI', document: 'RACI.xlsx' }],
  pillars: [{ slug: 'ops', name: 'Ops' }],
  organizationTypes: [],
  categories: [{ slug: 'run', name: 'Run', pillar: 'ops' }],
  topics: [],
  responsibilities: [
    { slug: 'deploy', name: 'Deploy' },
    { slug: 'audit', name: 'Audit' },
    { slug: 'test', name: 'Test' },
  ],
  roles: [
    { slug: 'owner', title: 'Owner' },
    { slug: 'dev', title: 'Dev' },
  ],
  appearances: [
    {
      role: 'owner',
      category: 'ops/run',
      titles: ['Owner'],
      responsibilities: ['deploy'],
      source: { source: 'raci', row: 2 },
    },
    {
      role: 'dev',
      category: 'ops/run',
      titles: ['Dev'],
      responsibilities: ['test'],
      source: { source: 'raci', row: 3 },
    },
  ],
};

/** The same source with a row above, a duty less and a role more. */
const now: Catalog = {
  ...before,
  responsibilities: [
    { slug: 'plan', name: 'Plan' },
    { slug: 'deploy', name: 'Deploy' },
    { slug: 'test', name: 'Test' },
  ],
  roles: [...before.roles, { slug: 'lead', title: 'Lead' }],
  appearances: [
    {
      role: 'lead',
      category: 'ops/run',
      titles: ['Lead'],
      responsibilities: ['plan'],
      source: { source: 'raci', row: 2 },
    },
    {
      role: 'owner',
      category: 'ops/run',
      titles: ['Owner'],
      responsibilities: ['deploy'],
      source: { source: 'raci', row: 3 },
    },
    {
      role: 'dev',
      category: 'ops/run',
      titles: ['Dev'],
      responsibilities: ['test'],
      source: { source: 'raci', row: 4 },
    },
  ],
};

const byHand = `# Ours, since 2024.
name: Our RACI # as in the wiki
version: "1.0.0"
sources: [ { slug: raci, title: RACI, document: RACI.xlsx } ]
pillars:
- {slug: ops,   name: Ops}
organizationTypes: []
categories:
- {slug: run, name: Run, pillar: ops}
topics: []

responsibilities:
# What we ship
- {slug: deploy,   name: Deploy}
# What we check
- {slug: audit, name: Audit}

- {slug: test, name: Test}

roles:
    - slug: dev
      title: Dev # who else
    # Asked Ann about this one.
    - slug: owner
      title: Owner
      summary: >
        Decides.
        And answers.

appearances:
  - category: ops/run
    role: owner
    titles: [Owner]
    # Confirmed in May.
    responsibilities: [deploy] # all of it
    source: { source: raci, row: 2 }
    note: By hand.

  # The team
  - role: dev
    category: ops/run
    titles: [Dev]
    responsibilities: [test]
    source: { source: raci, row: 3 }
# The end.
`;

async function written(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const copy = { '.ours.yaml.converted.json': convertedCopyText(before) };

describe('updating a file', () => {
  test('changes only the lines of what changed: comments, order and style of the edited file stay', async () => {
    const folder = await written({ 'ours.yaml': byHand, ...copy });
    const { files, conflicts, isRewritten } = await updateFile(join(folder, 'ours.yaml'), now);
    expect({ conflicts, isRewritten }).toEqual({ conflicts: [], isRewritten: false });
    expect(files.map(({ path }) => basename(path))).toEqual(['ours.yaml', '.ours.yaml.converted.json']);
    expect(files[0]?.text).toBe(`# Ours, since 2024.
name: Our RACI # as in the wiki
version: "1.0.0"
sources: [ { slug: raci, title: RACI, document: RACI.xlsx } ]
pillars:
- {slug: ops,   name: Ops}
organizationTypes: []
categories:
- {slug: run, name: Run, pillar: ops}
topics: []

responsibilities:
- { slug: plan, name: Plan }
# What we ship
- {slug: deploy,   name: Deploy}
# What we check

- {slug: test, name: Test}

roles:
    - slug: dev
      title: Dev # who else
    - { slug: lead, title: Lead }
    # Asked Ann about this one.
    - slug: owner
      title: Owner
      summary: >
        Decides.
        And answers.

appearances:
  - role: lead
    category: ops/run
    titles: [Lead]
    responsibilities: [plan]
    source: { source: raci, row: 2 }
  - category: ops/run
    role: owner
    titles: [Owner]
    # Confirmed in May.
    responsibilities: [deploy] # all of it
    source: { source: raci, row: 3 }
    note: By hand.

  # The team
  - role: dev
    category: ops/run
    titles: [Dev]
    responsibilities: [test]
    source: { source: raci, row: 4 }
# The end.
`);
    expect(files[1]?.text).toBe(convertedCopyText(now));
  });

  test('writes nothing but the copy where the source did not change', async () => {
    const folder = await written({ 'ours.yaml': byHand, ...copy });
    const { files, changes } = await updateFile(join(folder, 'ours.yaml'), before);
    expect(changes.isEmpty).toBe(true);
    expect(files.map(({ path }) => path)).toEqual([convertedCopyPath(join(folder, 'ours.yaml'))]);
  });

  test('takes the source of before, if it is given, instead of a copy; without both says what to give', async () => {
    const folder = await written({ 'ours.yaml': byHand });
    const path = join(folder, 'ours.yaml');
    expect((await updateFile(path, now, before)).conflicts).toEqual([]);
    await expect(updateFile(path, now)).rejects.toThrow(
      /There is no ".*\.ours\.yaml\.converted\.json".* --before FILE\./,
    );
  });

  test('a file with anchors, which cannot be changed in place, is written again as a whole, which is said', async () => {
    const text = byHand
      .replace('titles: [Owner]', 'titles: &owner [Owner]')
      .replace('[test]\n', '[test]\n    note: &n Checked.\n    summary: *n\n')
      .replace('- {slug: deploy,', '- &deploy {slug: deploy,');
    const folder = await written({ 'ours.yaml': text, ...copy });
    const { files, isRewritten } = await updateFile(join(folder, 'ours.yaml'), now);
    expect(isRewritten).toBe(true);
    await writeFile(join(folder, 'ours.yaml'), files[0]?.text ?? '');
    const { catalog } = await readCatalog(join(folder, 'ours.yaml'));
    expect(catalog?.appearances.find(({ role }) => role === 'dev')).toMatchObject({
      note: 'Checked.',
      summary: 'Checked.',
    });
  });

  test('an edited file that is not valid is refused with its first error', async () => {
    const folder = await written({ 'ours.yaml': byHand.replace('[deploy]', '[deplay]'), ...copy });
    await expect(updateFile(join(folder, 'ours.yaml'), now)).rejects.toThrow(
      /no valid catalog.*unknown responsibility "deplay"/s,
    );
  });

  test('keeps the line ends of Windows', async () => {
    const folder = await written({ 'ours.yaml': byHand.replaceAll('\n', '\r\n'), ...copy });
    const { files } = await updateFile(join(folder, 'ours.yaml'), now);
    expect(files[0]?.text.replaceAll('\r\n', '').includes('\n')).toBe(false);
    expect(files[0]?.text).toContain('    # Confirmed in May.\r\n');
  });

  test('updates the files of a folder in their places, and JSON', async () => {
    const { responsibilities, roles, appearances, ...others } = before;
    const folder = await written({
      'catalog.yaml': stringify(others),
      'responsibilities.yaml': stringify({ responsibilities }),
      'roles.yaml': stringify({ roles }),
      'appearances-ops.yaml': stringify({ appearances }),
    });
    const { files } = await updateFile(folder, now, before);
    expect(files.map(({ path }) => basename(path)).sort()).toEqual(
      [`.${basename(folder)}.converted.json`, 'appearances-ops.yaml', 'responsibilities.yaml', 'roles.yaml'].sort(),
    );
    for (const { path, text } of files) if (path.startsWith(join(folder, 'a'))) expect(text).toContain('role: lead');
    const json = join(await written({ 'ours.json': catalogDocument(before) }), 'ours.json');
    const updated = await updateFile(json, now, before);
    expect(updated.files[0]).toEqual({ path: json, text: catalogDocument(now) });
    expect(await readFile(json, 'utf8')).toBe(catalogDocument(before));
  });
});

test('the text of any edited catalog can be updated in place, and all comments stay', () => {
  let updates = 0;
  fc.assert(
    fc.property(
      generatedCatalogs,
      generatedCatalogs,
      generatedCatalogs,
      fc.boolean(),
      (base, next, edited, isRelated) => {
        const merged = mergedOrNot(base, next, isRelated ? { ...base, topics: edited.topics.slice(0, 0) } : edited);
        if (merged === undefined) return;
        const commented = catalogYaml(merged.edited).replaceAll(/^ {2}- /gm, (mark) => `  # A comment.\n${mark}`);
        const [text] = updatedYaml([commented], merged.edited, merged.merged) ?? [];
        expect(text).toBeDefined();
        expect(text?.match(/# A comment\./g)?.length).toBe(commented.match(/# A comment\./g)?.length);
        updates++;
      },
    ),
    { numRuns: 60 },
  );
  expect(updates).toBeGreaterThan(20);
});

/** Undefined where the three have no valid catalog together. */
function mergedOrNot(base: Catalog, next: Catalog, given: Catalog) {
  const used = new Set(given.topics.map(({ slug }) => slug));
  const edited = {
    ...given,
    responsibilities: given.responsibilities.map(({ topics, ...each }) => ({
      ...each,
      ...(topics !== undefined && { topics: topics.filter((slug) => used.has(slug)) }),
    })),
  };
  try {
    return { edited, merged: mergedCatalog(base, next, edited) };
  } catch (error) {
    if (error instanceof UpdateError) return undefined;
    throw error;
  }
}
