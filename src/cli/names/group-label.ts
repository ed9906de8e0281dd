import { z } from 'zod';
import { inWords } from '../../analysis/hats/in-words.ts';
import type { Node } from '../../graph/nodes/node.ts';

/** What documents ask, beside its name, of what may be a category: several have one name. */
export const ownerFields = '... on Category { pillar { name } organizationTypes { name } }';

const named = z.strictObject({ name: z.string() });

/** The fields of {@link ownerFields}; nothing but categories has them. */
export const ownerShape = { pillar: named.nullable().optional(), organizationTypes: z.array(named).optional() };

interface Owners {
  readonly pillar?: z.infer<typeof ownerShape.pillar>;
  readonly organizationTypes?: z.infer<typeof ownerShape.organizationTypes>;
}

/** A name as people read it; that of a category with its owners, e.g. "Security / Infrastructure & Network". */
export function labelOfAnswer(name: string, { pillar, organizationTypes = [] }: Owners): string {
  return withOwners(name, pillar == null ? organizationTypes : [pillar]);
}

/** The same of a node at hand. */
export function labelOfNode(node: Node): string {
  if (node.kind !== 'CATEGORY') return node.label;
  return withOwners(node.name, node.owners);
}

function withOwners(name: string, owners: readonly { readonly name: string }[]): string {
  return owners.length === 0 ? name : `${inWords(owners.map((owner) => owner.name))} / ${name}`;
}
