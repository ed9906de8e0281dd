import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { GroupEntry, NodeEntry } from '../../src/graph/nodes/entries.ts';
import { Membership } from '../../src/graph/catalog-graph.ts';
import { groupOf } from '../../src/graph/named-nodes.ts';
import { argumentError } from '../support/argument-errors.ts';
import { BruteForce } from '../support/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../support/small-catalogs.ts';

const ids = (nodes: readonly NodeEntry[]) => nodes.map(({ id }) => id);

/** Checks something of every small catalog, asked through its membership and by brute force. */
function always(holds: (membership: Membership, plain: BruteForce) => void): void {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      holds(Membership.of(graphOfCatalog(catalog).structure), new BruteForce(catalog));
    }),
  );
}

function allGroups(membership: Membership): readonly GroupEntry[] {
  return (['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const).flatMap((kind) => membership.groupsOfKind(kind));
}

test('every node is found by its id, and nothing else is there', () => {
  always((membership, plain) => {
    const expected = [...plain.nodes().map(({ id }) => id), ...plain.lines.map(({ id }) => id)];
    const all = [...membership.allNodes()];
    expect(ids(all).toSorted()).toEqual(expected.toSorted());
    expect(new Set(ids(all)).size).toBe(all.length);
    for (const node of all) expect(membership.node(node.id)).toEqual(node);
    const labels = new Map(plain.nodes().map(({ id, label }) => [id, label]));
    for (const { id, kind, label } of all) if (kind !== 'APPEARANCE') expect(label).toBe(labels.get(id));
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
  const membership = Membership.of(graphOfCatalog(example).structure);
  expect(membership.node('role:auditor')?.id).toBe('role:auditor');
  expect(membership.node('category:msp/desk')?.id).toBe('category:msp/desk');
  expect(membership.node('appearance:security/all/auditor/s-1')?.label).toBe('Auditor (s:1)');
  expect(membership.node(id)).toBeUndefined();
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
  always((membership, plain) => {
    for (const group of allGroups(membership)) {
      expect(new Set(ids(membership.rolesIn(membership.rolesOfGroup(group))))).toEqual(plain.rolesIn(group.id));
    }
    const edges = plain.edges();
    const partOf = (category: string) =>
      edges.flatMap(({ kind, source, target }) => (kind === 'PART_OF' && source === category ? [target] : []));
    for (const category of membership.entries.categories) {
      expect(ids(membership.ownersOf(category)).toSorted()).toEqual(partOf(category.id).toSorted());
    }
    const { pillars, organizationTypes } = membership.entries;
    for (const owner of [...pillars, ...organizationTypes]) {
      expect(ids(membership.categoriesUnder(owner))).toEqual(
        ids(membership.entries.categories).filter((category) => partOf(category).includes(owner.id)),
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
  const [desk] = Membership.of(graphOfCatalog(turned).structure).entries.categories;
  expect(desk).toMatchObject({ id: 'category:vendor/desk', organizationTypes: [0, 1], relation: 'SUPPORTS' });
});

describe('a role', () => {
  test('has the groups, duties and topics that its lines give it, in their orders', () => {
    always((membership, plain) => {
      for (const role of membership.entries.roles) {
        expect(ids(membership.pillarsOf(role))).toEqual(plain.groupsOf(role.id, 'PILLAR'));
        expect(ids(membership.categoriesOf(role))).toEqual(plain.groupsOf(role.id, 'CATEGORY'));
        expect(ids(membership.organizationTypesOf(role))).toEqual(plain.groupsOf(role.id, 'ORGANIZATION_TYPE'));
        const duties = plain.responsibilitiesOf(role.id);
        expect(ids(membership.responsibilitiesOf(role))).toEqual(
          plain.responsibilities.map(({ id }) => id).filter((id) => duties.has(id)),
        );
        expect(ids(membership.topicsOfRole(role))).toEqual(
          ids(membership.entries.topics).filter((topic) => plain.performers(topic).has(role.id)),
        );
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

  test('does in a group what the lines that put it there say, by name', () => {
    always((membership, plain) => {
      for (const group of allGroups(membership)) {
        for (const role of membership.entries.roles) {
          const duties = plain.responsibilitiesOf(role.id, group.id);
          const named = plain.responsibilities.map(({ id }) => id).filter((id) => duties.has(id));
          expect(ids(membership.responsibilitiesOf(role, group))).toEqual(named);
        }
      }
    });
  });

  test('appears on its lines, in a group on those that put it there; by source, line and category', () => {
    always((membership, plain) => {
      for (const role of membership.entries.roles) {
        expect(ids(membership.appearancesOf(role))).toEqual(plain.linesOf(role.id).map(({ id }) => id));
        for (const group of allGroups(membership)) {
          const lines = plain.linesOf(role.id, group.id);
          expect(ids(membership.appearancesOf(role, group))).toEqual(lines.map(({ id }) => id));
          for (const duty of membership.entries.responsibilities) {
            const naming = (among: typeof lines) =>
              among.filter(({ responsibilities }) => responsibilities.has(duty.id)).map(({ id }) => id);
            expect(ids(membership.appearancesNaming(role, duty, group))).toEqual(naming(lines));
            expect(ids(membership.appearancesNaming(role, duty))).toEqual(naming(plain.linesOf(role.id)));
          }
        }
      }
    });
  });
});

describe('a responsibility', () => {
  test('is performed by the roles whose lines say so, in a group by those of its lines; by title', () => {
    always((membership, plain) => {
      for (const duty of membership.entries.responsibilities) {
        const performers = plain.roles.map(({ id }) => id).filter((id) => plain.performers(duty.id).has(id));
        expect(ids(membership.rolesPerforming(duty))).toEqual(performers);
        expect(duty.roleCount).toBe(performers.length);
        for (const group of allGroups(membership)) {
          expect(ids(membership.rolesPerforming(duty, group))).toEqual(
            performers.filter((role) => plain.responsibilitiesOf(role, group.id).has(duty.id)),
          );
        }
      }
    });
  });

  test('is one of a group where a line of the group says so; by name', () => {
    always((membership, plain) => {
      for (const group of allGroups(membership)) {
        const said = new Set(
          plain.lines.filter(({ groups }) => groups.has(group.id)).flatMap((each) => [...each.responsibilities]),
        );
        expect(ids(membership.responsibilitiesOfGroup(group))).toEqual(
          plain.responsibilities.map(({ id }) => id).filter((id) => said.has(id)),
        );
      }
    });
  });

  test('is about topics, and topics have the roles that do anything about them', () => {
    always((membership, plain) => {
      const topics = ids(membership.entries.topics);
      for (const duty of membership.entries.responsibilities) {
        expect(ids(membership.topicsOfResponsibility(duty))).toEqual(
          topics.filter((topic) => plain.topicsOf(duty.id).includes(topic)),
        );
      }
      for (const topic of membership.entries.topics) {
        expect(ids(membership.responsibilitiesOfTopic(topic))).toEqual(
          plain.responsibilities.map(({ id }) => id).filter((id) => plain.topicsOf(id).includes(topic.id)),
        );
        expect(new Set(ids(membership.rolesIn(membership.rolesOfTopic(topic))))).toEqual(plain.performers(topic.id));
      }
    });
  });
});

test('a line keeps its responsibilities, and a source counts its lines', () => {
  always((membership, plain) => {
    for (const { id, responsibilities } of plain.lines) {
      const appearance = membership.node(id);
      if (appearance?.kind !== 'APPEARANCE') throw new Error(`${id} is no appearance`);
      expect(new Set(ids(membership.responsibilitiesOfAppearance(appearance)))).toEqual(responsibilities);
    }
    for (const { place, appearanceCount } of membership.entries.sources) {
      expect(appearanceCount).toBe(plain.lines.filter(({ source }) => source === place).length);
    }
    expect(membership.appearanceCount).toBe(plain.lines.length);
  });
});

test.each([
  ['role:auditor', 'is a role'],
  ['appearance:security/all/auditor/s-1', 'is an appearance'],
  ['pillar:nowhere', '"pillar:nowhere"'],
])('a group that must be there is not %j', (id, said) => {
  const membership = Membership.of(graphOfCatalog(example).structure);
  expect(groupOf(membership, 'organization-type:msp', 'in').label).toBe('msp');
  const error = argumentError(() => groupOf(membership, id, 'in'));
  expect(error.argument).toBe('in');
  expect(error.message).toContain(said);
});
