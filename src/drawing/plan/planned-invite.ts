import type { CoverageItem } from '../../analysis/coverage/coverage-item.ts';
import { linesOfRoles } from '../../analysis/coverage/coverage.ts';
import type { Requirements } from '../../analysis/coverage/requirements.ts';
import type { Invite, InviteSeat } from '../../analysis/invites/invite-plan.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Appearance, Role } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { signatureOf, type Signature } from '../signature/signature.ts';

/** How many duties, and how many roles that could stand in, an invite names; and how many of the items that it brings. */
const mostNamed = 3;
const mostBrought = 6;

/** Something to cover, or a duty, and the line that says so. */
export interface PlacedItem {
  readonly label: string;
  /** The first line that gives it to the role, e.g. "001:47"; empty where no line does. */
  readonly place: string;
}

/** A document that places are in. */
export interface CitedSource {
  readonly slug: string;
  readonly title: string;
}

/** An invited role. */
export interface PlannedInvite {
  readonly id: string;
  readonly label: string;
  readonly signature: Signature;
  readonly seat: InviteSeat;
  /** How many items it covers, whoever else does. */
  readonly coversCount: number;
  /** The first items that it covers and no invite before it does, by name. */
  readonly brings: readonly PlacedItem[];
  /** How many such items there are. */
  readonly bringsCount: number;
  /** The first duties of the groups that no other invite has, by name. */
  readonly onlyOneWith: readonly PlacedItem[];
  /** How many such duties there are. */
  readonly onlyOneWithCount: number;
  /** The first roles that could take its seat, the most alike first. */
  readonly standIns: readonly string[];
  readonly standInCount: number;
  /** The sources that the places are in. */
  readonly sources: readonly CitedSource[];
}

/** An invite of a plan, as far as a page can show it. */
export function* plannedInvite(graph: CatalogGraph, requirements: Requirements, invite: Invite): Steps<PlannedInvite> {
  const { role, seat, adds, covers, exclusiveDuties } = invite;
  const alternates = yield* invite.alternates();
  const brings = yield* placedItems(graph, requirements, role, adds.slice(0, mostBrought));
  const onlyOneWith = yield* placedItems(graph, requirements, role, exclusiveDuties.slice(0, mostNamed));
  const sources = new Set([...brings, ...onlyOneWith].flatMap(({ line }) => line?.reference?.source ?? []));
  return {
    id: role.id,
    label: role.label,
    signature: signatureOf(graph, role),
    seat,
    coversCount: covers.length,
    brings: brings.map(({ item }) => item),
    bringsCount: adds.length,
    onlyOneWith: onlyOneWith.map(({ item }) => item),
    onlyOneWithCount: exclusiveDuties.length,
    standIns: alternates.slice(0, mostNamed).map((alternate) => alternate.role.label),
    standInCount: alternates.length,
    sources: Array.from(sources, ({ slug, title }) => ({ slug, title })),
  };
}

interface ItemOfLine {
  readonly item: PlacedItem;
  readonly line: Appearance | undefined;
}

function* placedItems(
  graph: CatalogGraph,
  requirements: Requirements,
  role: Role,
  items: readonly CoverageItem[],
): Steps<readonly ItemOfLine[]> {
  const roles = new RoleSet(graph.roles.length, [role.index]);
  const placed: ItemOfLine[] = [];
  for (const item of items) {
    const [line] = yield* linesOfRoles(graph, roles, requirements, item, 1);
    placed.push({ item: { label: labelOf(item, requirements), place: line?.place ?? '' }, line });
  }
  return placed;
}

/** The name of an item, with its group if several were asked about and the name does not say it. */
export function labelOf({ node, group }: CoverageItem, { scope: { groups = [] } }: Requirements): string {
  return groups.length > 1 && group !== null && node.kind !== 'CATEGORY'
    ? `${node.label} (${group.label})`
    : node.label;
}
