import { describe, expect, test } from 'vitest';
import { askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const inSustainability = 'category:sustainability/architecture-and-engineering';
const label = 'Architecture & Engineering (Sustainability)';

describe.each(engines)('a category whose name is not unique says its owner, in $name', (engine) => {
  const ask = askingShipped(engine);
  const dataOf = async (query: string) => JSON.stringify((await ask(query)).data);

  test.each([
    ['in a drawing', `graph(select: { roots: ["${inSustainability}"], depth: 0 }) { nodes { label } }`],
    ['in a search', 'search(query: "Architecture & Engineering", kinds: [CATEGORY]) { edges { label } }'],
    [
      'as an item to cover',
      'invitePlan(input: { cover: ["pillar:sustainability"] }) { invites { edges { covers { edges { label } } } } }',
    ],
    ['among compared groups', `overlap(of: ["pillar:security", "${inSustainability}"]) { groups { label } }`],
    ['among related nodes', 'related(to: "topic:sustainability", kinds: [CATEGORY], first: 100) { edges { label } }'],
  ])('says its owner %s', async (_where, query) => {
    expect(await dataOf(`{ ${query} }`)).toContain(`"label":"${label}"`);
  });

  test('says its owner in sentences', async () => {
    const paths = `paths(from: "${inSustainability}", to: "pillar:sustainability") { paths { sentence } }`;
    expect(await dataOf(`{ ${paths} }`)).toContain(`"sentence":"${label} is part of Sustainability."`);
    const related = `related(to: "${inSustainability}", first: 1) { edges { reason } }`;
    expect(await dataOf(`{ ${related} }`)).toContain(`listed under ${label}`);
  });

  test('keeps its name', async () => {
    expect(await dataOf(`{ node(id: "${inSustainability}") { ... on Category { name } } }`)).toBe(
      '{"node":{"name":"Architecture & Engineering"}}',
    );
  });
});
