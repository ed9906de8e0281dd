import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { askingOf, askingShipped, askingWithin, type Answer, type Ask } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { memoryEngine } from '../support/engines/memory-engine.ts';

/** What people ask of every catalog. */
const questions: readonly string[] = [
  '{ catalog { name version revision } roles { totalCount } }',
  '{ catalog { roleCount responsibilityCount appearanceCount sources { id title document summary } parts { name version sources { id } } } topics { id slug name } }',
  '{ pillars { id slug name summary position roleCount categories { id name roleCount } overlaps(first: 5) { sharedRoleCount jaccard overlapCoefficient } } }',
  '{ organizationTypes { id name summary roleCount categories { name relation roles(first: 5) { nodes { title } } } } }',
  '{ roles(first: 100) { totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } edges { cursor node { id slug title alternateTitles summary pillarCount isUniversal } } } }',
  '{ roles(last: 7, orderBy: { field: PILLAR_COUNT, direction: DESC }) { edges { cursor node { title pillarCount } } } }',
  '{ roles(first: 50, orderBy: { field: RESPONSIBILITY_COUNT, direction: DESC }) { nodes { title responsibilities { totalCount } } } }',
  '{ roles(first: 50, orderBy: { field: SPECIFICITY, direction: DESC }) { edges { cursor node { title specificity } } } }',
  '{ roles(first: 30) { nodes { title pillars { name } organizationTypes { name } categories { id name relation } topics { name } } } }',
  '{ roles(first: 20) { nodes { summary appearances { id titles summary note source { line source { title document } } category { name } responsibilities { name } } } } }',
  '{ roles(first: 10) { nodes { title overlaps(first: 10) { totalCount edges { cursor overlap { score sharedWeight totalWeight overlapCoefficient lineCount neverToldApart sharedResponsibilities { name } } node { title summary } } } } } }',
  '{ roles(first: 10) { nodes { title overlaps(first: 10, orderBy: { field: OVERLAP_COEFFICIENT, direction: DESC }) { edges { cursor overlap { overlapCoefficient } node { title } } } } } }',
  '{ roles(first: 10) { nodes { title overlaps(last: 10, orderBy: { field: SHARED_WEIGHT }) { edges { cursor overlap { sharedWeight } node { title } } } } } }',
  '{ responsibilities(first: 60) { nodes { name holders(first: 5) { totalCount edges { cursor lineCount share appearances { id titles } node { title summary } } } } } }',
  '{ roles(first: 5) { nodes { overlaps(first: 3, minScore: 0.1, excludeUniversal: true) { nodes { summary overlaps(last: 3) { nodes { summary appearances { titles note } } } } } } } }',
  '{ responsibilities(first: 60) { totalCount nodes { id name roleCount topics { name } roles(first: 3) { edges { appearances { id titles note } node { title } } } } } }',
  '{ graph { truncated nodes { nodeId kind label degree } edges { id kind source target weight appearances { id } } } }',
  '{ graph(select: { nodeKinds: [PILLAR, ROLE], edgeKinds: [APPEARS_IN, OVERLAPS_WITH], minOverlap: 0.3 }) { nodes { nodeId } edges { source target weight } } }',
  '{ search(query: "data", first: 30) { totalCount edges { cursor kind label matched score } pageInfo { endCursor } } }',
  '{ search(query: "secuirty anaylst", kinds: [ROLE, RESPONSIBILITY]) { edges { label matched score node { id } } } }',
  '{ search(query: "the", first: 100) { totalCount edges { label matched } } }',
  '{ search(query: "zzzz") { totalCount edges { label } } }',
  '{ intersections { groups { id } exclusiveRoleCount sharedRoleCount roles(exclusive: true) { nodes { title summary } } } }',
  '{ intersections(kind: CATEGORY, orderBy: { field: SHARED_ROLE_COUNT }) { groups { id } exclusiveRoleCount sharedRoleCount } }',
  '{ raci { summary checks { check isChecked activityCount message } rows(first: 40) { totalCount edges { cursor node { responsibility { name } category { id } findings roles(first: 5) { totalCount edges { cursor letters involvement node { title } lines(first: 3) { involvement appearance { id source { line row quote url } } } } } } } } roles(first: 5) { edges { cursor node { title } responsibleCount accountableCount consultedCount informedCount } } findings { totalCount edges { cursor node { check message } } } } }',
  '{ singlePoints(first: 50) { totalCount edges { cursor node { criticality roles { title summary } items { itemCount responsibilities { edges { label appearances { id titles } } } } } } } }',
  '{ whatIf(input: {}) { lost { itemCount } before { meanOverlap coverage { shares { responsibilities } additions { totalCount } groups { shares { topics } } } overlaps { totalCount nodes { score positions { title } } } } after { singlePoints { totalCount } } } }',
  '{ roles(filter: { pillarCount: { min: 1 } }) { totalCount facets { pillars { roleCount group { name } } categories { roleCount group { name } } organizationTypes { roleCount group { name } } topics { roleCount topic { name } } } } }',
];

/** What they ask wrongly, or of what is not there. */
const mistakes: readonly string[] = [
  '{ search(query: "") { totalCount } }',
  '{ roles(first: 0) { totalCount } }',
  '{ roles(first: 5, last: 5) { totalCount } }',
  '{ roles(first: 101) { totalCount } }',
  '{ roles(after: "nonsense") { totalCount } }',
  '{ roles(filter: { inAll: ["pillar:nowhere"] }) { totalCount } }',
  '{ role(by: { title: "Nobody at all" }) { id } }',
  '{ role(by: { id: "pillar:security" }) { id } }',
  '{ node(id: "role:nobody") { id } a: node(id: "") { id } b: node(id: "appearance:x/y/z/s-1") { id } }',
  '{ overlap(of: ["pillar:security"]) { sharedRoleCount } }',
  '{ nodes(ids: ["role:nobody", "topic:none"]) { id } }',
  '{ graph(select: { roots: ["role:nobody"] }) { nodes { nodeId } } }',
  '{ notAField }',
  '{ intersections(kind: ROLE) { sharedRoleCount } }',
  '{ paths(from: "role:nobody", to: "pillar:nowhere") { truncated } }',
  '{ related(to: "source:nowhere") { totalCount } }',
  '{ coverage(roles: []) { from } }',
  '{ hats(people: 0, of: []) { cohesion } }',
  '{ invitePlan(input: { cover: [], maxInvites: 0 }) { optimal } }',
  '{ category(by: { named: { name: "architecture and engineering" } }) { id } }',
];

/** What people ask of the catalog that ships. */
const shippedQuestions: readonly string[] = [
  '{ compareGroups(of: ["organization-type:msp", "organization-type:vendor", "pillar:security"]) { overlap { sharedRoleCount } matrix { jaccard } sharedResponsibilities { nodes { name } } distinct { group { name } roles { nodes { title summary } } responsibilities { totalCount } } } }',
  '{ compareRoles(of: [{ title: "SRE" }, { title: "DBA" }, { title: "DevOps Engineer" }]) { shared { topics { name } } distinct { role { summary } traits { responsibilities { name } } } overlaps { score } } }',
  '{ invitePlan(input: { cover: ["pillar:security", "pillar:reliability"], by: TOPIC, exclude: [{ title: "DBA" }], maxInvites: 30 }) { from size emptySeats optimal otherPlanCount otherPlanCountExact lowerBound upperBound itemCount coveredCount responsibilityCount uncoveredResponsibilities { totalCount } fromCatalog { size coveredCount } invites { edges { cursor rank seat essential reason node { title summary } exclusiveResponsibilities { edges { cursor label } } adds { edges { label appearances { titles note } } } alternates { totalCount } } } uncovered { totalCount } } }',
  '{ coverage(roles: [{ title: "SRE" }, { title: "DBA" }]) { from shares { categories responsibilities topics } nobody { itemCount } fromCatalog { adds { itemCount } } covered { responsibilities(first: 100) { edges { cursor label appearances { titles note } } } } uncovered { itemCount } additions { edges { cursor node { gain role { title } adds { itemCount } } } } } }',
  '{ hats(people: 3, of: ["pillar:security", "pillar:sustainability"]) { cohesion upperBound optimal persons { cohesion roles { reason role { title summary } } } } }',
  '{ paths(from: "role:chaos-engineering-specialist", to: "role:finance-analyst", first: 20) { summary truncated through lengthThroughDuties lengthThroughAny paths { length rarity sentence nodes { id } edges { id weight appearances { id titles } } } } }',
  '{ paths(from: "role:chaos-engineering-specialist", to: "role:finance-analyst", first: 20, maxLength: 6) { summary truncated through lengthThroughDuties lengthThroughAny paths { length rarity sentence nodes { id } edges { id weight appearances { id titles } } } } }',
  '{ paths(from: "role:chaos-engineering-specialist", to: "role:finance-analyst", first: 20, through: ANY, maxLength: 2) { summary truncated through lengthThroughDuties lengthThroughAny paths { length rarity sentence nodes { id } edges { id weight appearances { id titles } } } } }',
  '{ related(to: "role:devops-engineer", first: 100) { totalCount edges { cursor relation kind label score reason appearances { id } sharedRoleCount expectedRoleCount roleCount } } }',
  '{ related(to: "pillar:security", first: 100) { totalCount edges { cursor relation kind label score reason appearances { id } sharedRoleCount expectedRoleCount roleCount } } }',
  '{ related(to: "topic:backup", first: 100) { totalCount edges { cursor relation kind label score reason appearances { id } sharedRoleCount expectedRoleCount roleCount } } }',
  '{ related(to: "responsibility:manage-backups", first: 100) { totalCount edges { cursor relation kind label score reason appearances { id } sharedRoleCount expectedRoleCount roleCount } } }',
  '{ role(by: { title: "sre" }) { title summary appearances { titles summary note } responsibilities(first: 100) { edges { node { name } appearances { titles note } } } overlaps(first: 10) { edges { overlap { score } node { title summary } } } } }',
  '{ roles(filter: { pillarCount: { min: 6 } }) { nodes { title isUniversal summary } } }',
  '{ roles(filter: { inAll: ["pillar:security", "pillar:reliability"], inNone: ["organization-type:msp"] }) { totalCount nodes { title } } }',
  '{ overlap(of: ["pillar:reliability", "pillar:performance-efficiency"]) { sharedRoleCount exclusiveRoleCount unionRoleCount jaccard overlapCoefficient roles(exclusive: true) { nodes { title summary } } } }',
  '{ roleOverlap(of: [{ title: "SRE" }, { title: "DBA" }]) { score sharedWeight totalWeight sharedResponsibilities { name } } }',
  '{ category(by: { named: { name: "Data & Storage" } }) { id roles { edges { appearances { id titles note source { line } } } } } }',
  '{ pillar(by: { name: "Security" }) { roles(first: 3, filter: { inNone: ["pillar:reliability"] }) { totalCount edges { node { title summary } appearances { note titles } } } } }',
  '{ node(id: "appearance:security/governance-and-oversight/security-architect/001-45") { id ... on Appearance { titles summary note role { title summary } } } }',
  '{ nodes(ids: ["role:devops-engineer", "pillar:security", "topic:backup", "role:nobody"]) { id ... on Role { summary } ... on Pillar { summary } } }',
  '{ graph(select: { roots: ["role:backup-administrator"], depth: 2, minOverlap: 0.2 }) { truncated nodes { nodeId label } edges { kind source target weight appearances { titles } } } }',
  '{ search(query: "identty manag", kinds: [ROLE], first: 2) { edges { label matched score } } }',
];

/** An answer without what it took; a bad argument with its argument and candidates. */
function said({ data, errors }: Answer) {
  return {
    data,
    errors: errors.map(({ message, cause }) => {
      if (!(cause instanceof ArgumentError)) return { message };
      return { message, argument: cause.argument, candidates: cause.candidates };
    }),
  };
}

const others = engines.filter((engine) => engine !== memoryEngine);

describe.each(others)('$name answers as the embedded graph does', (engine) => {
  function testAll(asked: readonly string[], embedded: Ask, other: Ask) {
    test.each(asked)('an engine answers as the embedded graph does: %s', async (query) => {
      const expected = said(await embedded(query));
      expect(expected.errors).toEqual([]);
      expect(said(await other(query))).toEqual(expected);
    });

    test.each(mistakes)('an engine answers as the embedded graph does: %s', async (query) => {
      expect(said(await other(query))).toEqual(said(await embedded(query)));
    });

    test('lists read page by page have cursors that either engine accepts', async () => {
      const query = `query ($after: String) {
        roles(first: 9, after: $after, orderBy: { field: PILLAR_COUNT, direction: DESC }) {
          pageInfo { endCursor hasNextPage } nodes { title summary }
        }
      }`;
      let after: string | undefined;
      for (let page = 0; page < 40; page++) {
        const one = said(await embedded(query, { after }));
        expect(one.errors).toEqual([]);
        expect(said(await other(query, { after }))).toEqual(one);
        const cursor = /"endCursor":"([^"]+)","hasNextPage":true/.exec(JSON.stringify(one))?.[1];
        if (cursor === undefined) return;
        after = cursor;
      }
      throw new Error('the pages do not end');
    });
  }

  describe('of the catalog that ships', () => {
    testAll([...questions, ...shippedQuestions], askingShipped(), askingShipped(engine));
  });

  describe('of a made-up one of 200 roles', () => {
    const catalog = generatedCatalog({ roles: 200, seed: 7, appearancesPerRole: 3 });
    testAll(
      questions,
      askingWithin(() => askingOf(catalog)),
      askingWithin(() => askingOf(catalog, engine)),
    );
  });

  describe('of one with every oddity', () => {
    testAll(
      questions,
      askingWithin(() => askingOf(handbookCatalog)),
      askingWithin(() => askingOf(handbookCatalog, engine)),
    );
  });

  test('an answer names the engine that gives it', async () => {
    const asking = await askingOf(handbookCatalog, engine);
    const { data } = await asking.ask('{ catalog { store } }');
    expect(data).toEqual({ catalog: { store: engine.name } });
    await asking.close();
  });
});
