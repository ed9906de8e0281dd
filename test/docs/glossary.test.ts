import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import { involvements } from '../../src/catalog/involvement.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { nodeKinds } from '../../src/graph/nodes/node-kind.ts';
import { resolveName } from '../../src/graph/names/resolved-name.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { askingShipped } from '../support/engines/asking.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { headingsOf, linksOf } from '../support/document-links.ts';

const markdown = readFileSync(join(packageFolder(), 'docs/glossary.md'), 'utf8');
const [, ...terms] = headingsOf(markdown);
/** As one line, because a sentence may be wrapped anywhere. */
const text = markdown.replaceAll(/\s+/g, ' ');

describe('docs/glossary.md', () => {
  test('lists its terms by the alphabet, each once', () => {
    expect(terms).toEqual([...new Set(terms)].sort((a, b) => a.localeCompare(b, 'en', { ignorePunctuation: true })));
    expect(terms.length).toBeGreaterThan(80);
  });

  test.each([...nodeKinds, ...involvements])('has the word for %s', (name) => {
    const word = name.toLowerCase().replaceAll('_', ' ');
    expect(terms.map((term) => term.toLowerCase())).toContain(word);
  });

  test('leads from each term to a page or to another term', () => {
    const entries = markdown.split(/^### /m).slice(1);
    expect(entries.filter((entry) => linksOf(entry).length === 0)).toEqual([]);
  });

  test('takes its examples from the catalog that ships', async () => {
    const graph = CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure);
    const names = Array.from(text.matchAll(/(?<![\w`])_([^_`]+)_(?!\w)/g), ([, name = '']) => name);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => resolveName(graph, name, nodeKinds).kind !== 'FOUND')).toEqual([]);
  });

  describe('its numbers', () => {
    const ask = askingShipped();

    test('are those of the catalog that ships', async () => {
      const { data } = await ask(`{
        overlap(of: ["Security", "Reliability"]) {
          sharedRoleCount unionRoleCount jaccard roles(exclusive: true) { nodes { title } }
        }
        universal: roles(filter: { pillarCount: { min: 6 } }) { nodes { title } }
        role(by: { title: "Data Owner" }) { overlaps(first: 1) { edges { node { title } overlap { score } } } }
        roleOverlap(of: [{ title: "DevOps Engineer" }, { title: "Performance Engineer" }]) { overlapCoefficient }
        coTitled: roleOverlap(of: [{ title: "Disaster Recovery Coordinator" }, { title: "Disaster Recovery Manager" }]) {
          neverToldApart
        }
        responsibility(by: { name: "Meet compliance obligations" }) { holders(first: 1) { edges { node { title } } } }
        secure: responsibility(by: { name: "Keep data secure" }) { roleCount }
        pillar(by: { name: "Security" }) { roleCount }
        catalog { roleCount }
        coverage(roles: [{ title: "Backup Administrator" }], of: ["Reliability"]) {
          covered { responsibilities { totalCount } }
        }
        invitePlan(input: { cover: ["Security"] }) {
          size coveredCount itemCount
          invites(first: 1) { edges { node { title } alternates(first: 1) { nodes { title } } } }
        }
      }`);
      expect(data).toEqual({
        overlap: {
          sharedRoleCount: 12,
          unionRoleCount: 60,
          jaccard: 0.2,
          roles: { nodes: [{ title: 'Data Owner' }] },
        },
        universal: { nodes: [{ title: 'DevOps Engineer' }, { title: 'Operations Manager' }] },
        role: { overlaps: { edges: [{ node: { title: 'Data Steward' }, overlap: { score: 0.382028 } }] } },
        roleOverlap: { overlapCoefficient: 0.694515 },
        coTitled: { neverToldApart: true },
        responsibility: { holders: { edges: [{ node: { title: 'Compliance Officer' } }] } },
        secure: { roleCount: 3 },
        pillar: { roleCount: 39 },
        catalog: { roleCount: 138 },
        coverage: { covered: { responsibilities: { totalCount: 2 } } },
        invitePlan: {
          size: 6,
          coveredCount: 6,
          itemCount: 6,
          invites: {
            edges: [
              {
                node: { title: 'Cloud Security Architect' },
                alternates: { nodes: [{ title: 'Cloud Security Engineer' }] },
              },
            ],
          },
        },
      });
      for (const said of [
        'share 12 of 60 roles, so their index is 0.2',
        'closest role to _Data Owner_ is _Data Steward_: 38% shared',
        '_DevOps Engineer_ has 0.69 of what _Performance Engineer_ has',
        'which 3 of 138 roles have, weighs 3.85; _Security_, with 39 roles, 1.51',
        'covers two of the responsibilities of _Reliability_',
        'six roles cover all six categories',
      ]) {
        expect(text).toContain(said);
      }
    });
  });
});
