import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { ownNameOf, type Node, type RoleGroup } from '../../src/graph/nodes/node.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { groupOf } from '../../src/graph/named-nodes.ts';
import { argumentError } from '../support/argument-errors.ts';
import { BruteForce } from '../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const ids = (nodes: readonly Node[]) => nodes.map(({ id }) => id);

/** Checks something of every small catalog, asked through its graph and by brute force. */
function always(holds: (graph: CatalogGraph, plain: BruteForce) => void): void {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      holds(CatalogGraph.of(graphOfCatalog(catalog).structure), new BruteForce(catalog));
    }),
  );
}

function allGroups(graph: CatalogGraph): readonly RoleGroup[] {
  return (['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const).flatMap((kind) => graph.groupsOfKind(kind));
}

test('every node is found by its id, and nothing else is there', () => {
  always((graph, plain) => {
    const expected = [...plain.nodes().map(({ id }) => id), ...plain.lines.map(({ id }) => id)];
    const all = [...graph.nodes()];
    expect(ids(all).toSorted()).toEqual(expected.toSorted());
    expect(new Set(ids(all)).size).toBe(all.length);
    for (const node of all) expect(graph.node(node.id)).toEqual(node);
    const names = new Map(plain.nodes().map(({ id, label }) => [id, label]));
    for (const node of all) if (node.kind !== 'APPEARANCE') expect(ownNameOf(node)).toBe(names.get(node.id));
  });
});

test.each([
  '',
  'auditor',
  'role:',
  'role:nobody',
  'Role:auditor',
  ' role:auditor',
  'pillar:auditor',
  'category:all',
  'category:vendor/desk',
  'appearance:security/all/auditor/s-2',
  'appearance:security/all/auditor/s-01',
  'appearance:security/all/nobody/s-1',
  'appearance:security/none/auditor/s-1',
  'appearance:vendor/desk/auditor/s-3',
  '__proto__',
  'constructor',
])('no node has the id %j', (id) => {
  const graph = CatalogGraph.of(graphOfCatalog(example).structure);
  expect(graph.node('role:auditor')?.id).toBe('role:auditor');
  expect(graph.node('category:msp/desk')?.id).toBe('category:msp/desk');
  expect(graph.node('appearance:security/all/auditor/s-1')?.label).toBe('Auditor (s:1)');
  expect(graph.node(id)).toBeUndefined();
});

const example = catalogWith({
  pillars: [{ slug: 'security', name: 'Security' }],
  organizationTypes: ['msp', 'vendor'].map((slug) => ({ slug, name: slug })),
  categories: [
    { slug: 'all', name: 'All', pillar: 'security' },
    { slug: 'desk', name: 'Desk', organizationTypes: ['msp', 'vendor'], relation: 'supports' },
  ],
  roles: [{ slug: 'auditor', title: 'Auditor' }],
  appearances: [line(1, 'auditor', 'security/all'), line(3, 'auditor', 'msp/desk')],
});

test('a group has the roles that a line puts there, and knows the owners it belongs to', () => {
  always((graph, plain) => {
    for (const group of allGroups(graph)) {
      expect(new Set(ids(graph.rolesIn(group.roleSet)))).toEqual(plain.rolesIn(group.id));
    }
    const edges = plain.edges();
    const partOf = (category: string) =>
      edges.flatMap(({ kind, source, target }) => (kind === 'PART_OF' && source === category ? [target] : []));
    for (const category of graph.categories) {
      expect(ids(category.owners).toSorted()).toEqual(partOf(category.id).toSorted());
    }
    const { pillars, organizationTypes } = graph;
    for (const owner of [...pillars, ...organizationTypes]) {
      expect(ids(owner.categories)).toEqual(
        ids(graph.categories).filter((category) => partOf(category).includes(owner.id)),
      );
    }
  });
});

test('the owners of a category stand in the order of the catalog, whichever owns it', () => {
  const turned = {
    ...example,
    categories: [{ slug: 'desk', name: 'Desk', organizationTypes: ['vendor', 'msp'], relation: 'supports' as const }],
    appearances: [],
  };
  const [desk] = CatalogGraph.of(graphOfCatalog(turned).structure).categories;
  expect(desk).toMatchObject({ id: 'category:vendor/desk', relation: 'SUPPORTS' });
  expect(desk?.organizationTypes.map(({ index }) => index)).toEqual([0, 1]);
});

describe('a role', () => {
  test('a role has the groups, duties and topics that its lines give it, in their orders', () => {
    always((graph, plain) => {
      for (const role of graph.roles) {
        expect(ids(role.pillars)).toEqual(plain.groupsOf(role.id, 'PILLAR'));
        expect(ids(role.categories)).toEqual(plain.groupsOf(role.id, 'CATEGORY'));
        expect(ids(role.organizationTypes)).toEqual(plain.groupsOf(role.id, 'ORGANIZATION_TYPE'));
        const duties = plain.responsibilitiesOf(role.id);
        expect(ids(role.responsibilities)).toEqual(
          plain.responsibilities.map(({ id }) => id).filter((id) => duties.has(id)),
        );
        expect(ids(role.topics)).toEqual(ids(graph.topics).filter((topic) => plain.performers(topic).has(role.id)));
        expect(role).toMatchObject({
          pillarCount: plain.groupsOf(role.id, 'PILLAR').length,
          categoryCount: plain.groupsOf(role.id, 'CATEGORY').length,
          organizationTypeCount: plain.groupsOf(role.id, 'ORGANIZATION_TYPE').length,
          appearanceCount: plain.linesOf(role.id).length,
          responsibilityCount: duties.size,
        });
      }
    });
  });

  test('a role does in a group what the lines that put it there say, by name', () => {
    always((graph, plain) => {
      for (const group of allGroups(graph)) {
        for (const role of graph.roles) {
          const duties = plain.responsibilitiesOf(role.id, group.id);
          const named = plain.responsibilities.map(({ id }) => id).filter((id) => duties.has(id));
          expect(ids(role.responsibilitiesIn(group))).toEqual(named);
        }
      }
    });
  });

  test('a role appears on its lines, in a group on those that put it there, by source, line and category', () => {
    always((graph, plain) => {
      for (const role of graph.roles) {
        expect(ids(role.appearances)).toEqual(plain.linesOf(role.id).map(({ id }) => id));
        for (const group of allGroups(graph)) {
          const lines = plain.linesOf(role.id, group.id);
          expect(ids(role.appearancesIn(group))).toEqual(lines.map(({ id }) => id));
          for (const duty of graph.responsibilities) {
            const naming = (among: typeof lines) =>
              among.filter(({ responsibilities }) => responsibilities.has(duty.id)).map(({ id }) => id);
            expect(ids(role.appearancesNaming(duty, group))).toEqual(naming(lines));
            expect(ids(role.appearancesNaming(duty))).toEqual(naming(plain.linesOf(role.id)));
          }
        }
      }
    });
  });
});

describe('a responsibility', () => {
  test('a responsibility is performed by the roles whose lines say so, in a group by those of its lines, by title', () => {
    always((graph, plain) => {
      for (const duty of graph.responsibilities) {
        const performers = plain.roles.map(({ id }) => id).filter((id) => plain.performers(duty.id).has(id));
        expect(ids(duty.roles)).toEqual(performers);
        expect(duty.roleCount).toBe(performers.length);
        for (const group of allGroups(graph)) {
          expect(ids(duty.rolesIn(group))).toEqual(
            performers.filter((role) => plain.responsibilitiesOf(role, group.id).has(duty.id)),
          );
        }
      }
    });
  });

  test('a responsibility belongs to a group if a line of the group says so, by name', () => {
    always((graph, plain) => {
      for (const group of allGroups(graph)) {
        const said = new Set(
          plain.lines.filter(({ groups }) => groups.has(group.id)).flatMap((each) => [...each.responsibilities]),
        );
        expect(ids(group.responsibilities)).toEqual(
          plain.responsibilities.map(({ id }) => id).filter((id) => said.has(id)),
        );
      }
    });
  });

  test('a responsibility is about topics, and topics have the roles that do anything about them', () => {
    always((graph, plain) => {
      const topics = ids(graph.topics);
      for (const duty of graph.responsibilities) {
        expect(ids(duty.topics)).toEqual(topics.filter((topic) => plain.topicsOf(duty.id).includes(topic)));
      }
      for (const topic of graph.topics) {
        expect(ids(topic.responsibilities)).toEqual(
          plain.responsibilities.map(({ id }) => id).filter((id) => plain.topicsOf(id).includes(topic.id)),
        );
        expect(new Set(ids(graph.rolesIn(topic.roleSet)))).toEqual(plain.performers(topic.id));
      }
    });
  });
});

test('a line keeps its responsibilities, and a source counts its lines', () => {
  always((graph, plain) => {
    for (const { id, responsibilities } of plain.lines) {
      const appearance = graph.node(id);
      if (appearance?.kind !== 'APPEARANCE') throw new Error(`${id} is no appearance`);
      expect(new Set(ids(appearance.responsibilities))).toEqual(responsibilities);
    }
    for (const { index, appearanceCount } of graph.sources) {
      expect(appearanceCount).toBe(plain.lines.filter(({ source }) => source === index).length);
    }
    expect(graph.appearanceCount).toBe(plain.lines.length);
  });
});

test.each([
  ['role:auditor', 'is a role'],
  ['appearance:security/all/auditor/s-1', 'is an appearance'],
  ['pillar:nowhere', '"pillar:nowhere"'],
])('a group that must be there is not %j', (id, said) => {
  const graph = CatalogGraph.of(graphOfCatalog(example).structure);
  expect(groupOf(graph, 'organization-type:msp', 'in').name).toBe('msp');
  const error = argumentError(() => groupOf(graph, id, 'in'));
  expect(error.argument).toBe('in');
  expect(error.message).toContain(said);
});
