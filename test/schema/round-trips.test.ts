import { describe, expect, test } from 'vitest';
import { askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  /** How many times a query went to the store for texts; each time is one round trip, where there are any. */
  async function roundTrips(query: string): Promise<number> {
    const { errors, textCalls, rounds } = await ask(query);
    expect(errors).toEqual([]);
    if (engine.name === 'NEO4J') expect(rounds).toEqual(textCalls.map(() => 'read-texts'));
    return textCalls.length;
  }

  describe('round trips to the store', () => {
    test('a page of titles with pillars takes no round trip', async () => {
      expect(await roundTrips('{ roles(first: 20) { totalCount nodes { title pillars { name roleCount } } } }')).toBe(
        0,
      );
    });

    test('overlaps, groups, the graph and look-ups by name take no round trip', async () => {
      const query = `{
      overlap(of: ["pillar:security", "pillar:reliability"]) { sharedRoleCount roles { nodes { title } } }
      roleOverlap(of: [{ title: "SRE" }, { title: "DBA" }]) { score sharedResponsibilities { name } }
      graph { nodes { nodeId degree } edges { id weight } }
      category(by: { named: { name: "Data & Storage" } }) { roles { edges { appearances { id source { line } } } } }
    }`;
      expect(await roundTrips(query)).toBe(0);
    });

    test('related nodes and paths take one round trip for the texts of the lines behind them', async () => {
      const related = (fields: string) =>
        `related(to: "Security", first: 50) { edges { reason appearances { ${fields} } } }`;
      const paths = (fields: string) =>
        `paths(from: "SRE", to: "Backup") { paths { sentence edges { appearances { ${fields} } } } }`;
      expect(await roundTrips(`{ ${related('id source { line }')} ${paths('id source { line }')} }`)).toBe(0);
      expect(await roundTrips(`{ ${related('titles note')} ${paths('titles source { quote }')} }`)).toBe(1);
    });

    test('one role with all its relations takes one round trip', async () => {
      const query = `{
      role(by: { title: "DevOps Engineer" }) {
        summary
        pillars { name } categories { name } organizationTypes { name } topics { name }
        appearances { titles summary note source { line quote url source { title } } responsibilities { name } }
        responsibilities(first: 100) { edges { node { name } appearances { titles note } } }
        overlaps(first: 10) { edges { overlap { score } node { title summary } } }
      }
    }`;
      expect(await roundTrips(query)).toBe(1);
    });

    test('three levels of overlaps take one round trip, which asks for each text once', async () => {
      const query = `{
      role(by: { title: "SRE" }) {
        summary
        overlaps(first: 10) { nodes { summary overlaps(first: 10) { nodes { summary overlaps(first: 10) {
          nodes { summary appearances { titles } }
        } } } } }
      }
    }`;
      const { errors, textCalls } = await ask(query);
      expect(errors).toEqual([]);
      expect(textCalls).toHaveLength(1);
      const roleSummaries = textCalls[0]?.roleSummaries ?? [];
      const appearances = textCalls[0]?.appearances ?? [];
      expect(roleSummaries.length).toBeGreaterThan(10);
      expect(new Set(roleSummaries).size).toBe(roleSummaries.length);
      expect(new Set(appearances).size).toBe(appearances.length);
    });

    test('the summaries of responsibilities take no round trip of their own', async () => {
      const query = `{
        role(by: { title: "SRE" }) { summary responsibilities(first: 5) { nodes { summary } } appearances { note } }
        responsibilities(first: 3) { nodes { summary roles(first: 2) { nodes { summary } } } }
      }`;
      expect(await roundTrips(query)).toBe(1);
    });

    test('several questions in one request share one round trip', async () => {
      const query = `{
      sre: role(by: { title: "SRE" }) { summary }
      roles(first: 5) { nodes { summary } }
      node(id: "appearance:security/governance-and-oversight/security-architect/001-45") { ... on Appearance { titles } }
      pillar(by: { name: "Security" }) { roles(first: 3) { nodes { summary } edges { appearances { note } } } }
    }`;
      expect(await roundTrips(query)).toBe(1);
    });
  });
});
