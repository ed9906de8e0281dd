import { z } from 'zod';
import { inWords } from '../../analysis/hats/in-words.ts';
import type { Node } from '../../graph/nodes/node.ts';

/** The fields that documents select, in addition to the name, of nodes that may be categories, as categories share names. */
export const ownerFields = '... on Category { pillar { name } organizationTypes { name } }';

const named = z.strictObject({ name: z.string() });

/** The shape of {@link ownerFields}; only categories have these fields. */
export const ownerShape = { pillar: named.nullable().optional(), organizationTypes: z.array(named).optional() };

interface Owners {
  readonly pillar?: z.infer<typeof ownerShape.pillar>;
  readonly organizationTypes?: z.infer<typeof ownerShape.organizationTypes>;
}

/** The readable name of a node of an answer; that of a category with its owners, e.g. "Security / Infrastructure & Network". */
export function labelOfAnswer(name: string, { pillar, organizationTypes = [] }: Owners): string {
  return withOwners(name, pillar == null ? organizationTypes : [pillar]);
}

/** The same for a node of the graph. */
export function labelOfNode(node: Node): string {
  if (node.kind !== 'CATEGORY') return node.label;
  return withOwners(node.name, node.owners);
}

function withOwners(name: string, owners: readonly { readonly name: string }[]): string {
  return owners.length === 0 ? name : `${inWords(owners.map((owner) => owner.name))} / ${name}`;
}
