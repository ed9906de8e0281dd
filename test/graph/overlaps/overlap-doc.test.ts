import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { testDocument } from '../../support/engines/documented-queries.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';

/** The two roles whose score docs/overlap.md works out, and the two pillars. */
const [role, other] = ['role:data-governance-manager', 'role:data-governance-officer'];
const [pillar, neighbour] = ['pillar:reliability', 'pillar:performance-efficiency'];

const plain = new BruteForce(await shippedCatalog());
const labels = new Map(plain.nodes().map(({ id, label }) => [id, label]));
const labelOf = (id: string) => labels.get(id) ?? id;
const decimals = (value: number) => value.toFixed(6);

/** Each trait of the two roles with its weight, and the sums: the score by hand. */
function weights(): string {
  const count = plain.roles.length;
  const [ours, theirs] = [plain.traitsOf(role), plain.traitsOf(other)];
  const traits = [...ours.union(theirs)].sort(
    (a, b) => Number(ours.has(b) && theirs.has(b)) - Number(ours.has(a) && theirs.has(a)) || (a < b ? -1 : 1),
  );
  const rows = traits.map((trait) => {
    const having = plain.holders(trait);
    const who = ours.has(trait) ? (theirs.has(trait) ? 'both' : labelOf(role)) : labelOf(other);
    const kind = trait.slice(0, trait.indexOf(':')).replace('-', ' ');
    return `| ${labelOf(trait)} | ${kind} | ${who} | ${having} | ln(1 + ${count} / ${having}) = ${decimals(plain.weight(trait))} |`;
  });
  const { score, sharedWeight, totalWeight } = plain.overlap(role, other);
  return [
    `| Trait | Kind | Who has it | n | Weight, with N = ${count} |`,
    '| --- | --- | --- | ---: | ---: |',
    ...rows,
    '',
    `- \`sharedWeight\`: the weights of what both have, ${decimals(sharedWeight)}.`,
    `- \`totalWeight\`: the weights of all of them, each once, ${decimals(totalWeight)}.`,
    `- \`score\`: ${decimals(sharedWeight)} / ${decimals(totalWeight)} = ${decimals(score)}.`,
  ].join('\n');
}

/** The numbers of two pillars, worked out of their sets of roles. */
function sets(): string {
  const [ours, theirs] = [plain.rolesIn(pillar), plain.rolesIn(neighbour)];
  const [shared, union] = [ours.intersection(theirs).size, ours.union(theirs).size];
  const smallest = Math.min(ours.size, theirs.size);
  return [
    `- ${labelOf(pillar)} has ${ours.size} roles, ${labelOf(neighbour)} has ${theirs.size}; ${shared} are in both.`,
    `- \`unionRoleCount\`: ${ours.size} + ${theirs.size} - ${shared} = ${union}, since who is in both counts once.`,
    `- \`jaccard\`: ${shared} / ${union} = ${decimals(shared / union)}.`,
    `- \`overlapCoefficient\`: ${shared} / ${smallest} = ${decimals(shared / smallest)}.`,
  ].join('\n');
}

testDocument('docs/overlap.md', {
  'weights of the traits': () => Promise.resolve(weights()),
  'numbers of the sets': () => Promise.resolve(sets()),
});
