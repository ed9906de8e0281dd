import { itemAt } from '../../collections/item-at.ts';
import { itemsAt, listAt, listLength } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { groupsOfRole } from '../../graph/indexes/relations.ts';
import { nodesOf } from '../../graph/named-nodes.ts';
import type { OrganizationType, Pillar, Role } from '../../graph/nodes/node.ts';
import { filterInSteps, forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { checkedNumber } from '../checked-number.ts';
import { chosenRoles, isChoice, type RoleChoice } from '../chosen-roles.ts';
import { huePosition } from '../nodes/picture-node.ts';
import { signatureOf, type Signature } from '../signature/signature.ts';
import { spreadKindOf, spreadOf, type Spread } from './spread.ts';

/** Up to so many roles in a catalog, each box shows all of its roles. */
const mostRolesInFull = 400;
/** How many roles a box shows in larger catalogs, unless `most` says it. */
const shownOfMany = 10;
export const greatestMost = 1_000;

/** What a board is to show. */
export interface BoardParameters extends RoleChoice {
  /** Only these pillars and organization types, by their ids or names; all of them where it is not given. */
  readonly of?: readonly string[] | null | undefined;
  /** Only the roles that stand in at least so many groups of the spread's kind, from 1. */
  readonly minGroups?: number | null | undefined;
  /**
   * The most roles that a box shows, 1 to 1,000: those that stand in most pillars and then those with most duties. Where it is not
   * given, a box shows all of its roles, and ten if there are more than 400 roles on the board.
   */
  readonly most?: number | null | undefined;
}

/** A whole catalog, or some of its pillars and organization types: which roles stand where. */
export interface BoardData {
  /** How many roles stand on the board, whether or not there is a chip of them. */
  readonly roleCount: number;
  /** How many roles of the catalog, or of `of`, these are chosen from; null where none were left out by a filter. */
  readonly chosenFrom: number | null;
  /** The names of the pillars and organization types that were asked for; empty for the whole catalog. */
  readonly of: readonly string[];
  readonly spread: Spread;
  /** The most roles that a box shows; null where each shows all. */
  readonly most: number | null;
  readonly sections: readonly BoardSection[];
}

/** Columns of one kind, which begin below those of the section before. */
export interface BoardSection {
  /** NONE for the roles that no line names, which stand nowhere. */
  readonly kind: 'PILLAR' | 'ORGANIZATION_TYPE' | 'NONE';
  readonly columns: readonly BoardColumn[];
}

/** A pillar or an organization type. */
export interface BoardColumn {
  /** Null for the roles that stand nowhere. */
  readonly id: string | null;
  readonly label: string;
  readonly roleCount: number;
  /** Its position among its kind, by which it takes its hue; null for none, because only one kind has hues. */
  readonly position: number | null;
  readonly boxes: readonly BoardBox[];
}

/** A category. */
export interface BoardBox {
  /** Null for the roles that stand nowhere. */
  readonly id: string | null;
  readonly label: string;
  readonly roleCount: number;
  /** By title; where not all are shown, in the order of BoardParameters.most. */
  readonly roles: readonly BoardRole[];
}

/** A role, as each of its chips shows it. */
export interface BoardRole {
  readonly id: string;
  readonly label: string;
  /** The names of the groups of the spread's kind that it stands in, in the catalog's order. */
  readonly groups: readonly string[];
  readonly dutyCount: number;
  /** Null where the spread is not over pillars. */
  readonly signature: Signature | null;
}

/**
 * The board of a catalog.
 *
 * @throws ArgumentError for an unknown pillar or organization type in `of`, what the filter does not take, and a number out of its range.
 */
export function* boardData(graph: CatalogGraph, parameters: BoardParameters = {}): Steps<BoardData> {
  const isFiltered = isChoice(parameters) || parameters.minGroups != null;
  const chosen = yield* rolesOnBoard(graph, parameters);
  const most =
    checkedNumber('most', parameters.most, greatestMost) ?? (chosen.size > mostRolesInFull ? shownOfMany : Infinity);
  const wanted =
    parameters.of == null ? undefined : nodesOf(graph, parameters.of, 'of', ['PILLAR', 'ORGANIZATION_TYPE']);
  const owners = wanted ?? [...graph.pillars, ...graph.organizationTypes];
  const among = wanted === undefined ? RoleSet.all(graph.roles.length) : unionOf(graph, wanted);
  const roles = graph.rolesIn(among.intersection(chosen));
  const { boxes, nowhere } = yield* filledBoxes(graph, chosen, most);
  const columnOf = (owner: Pillar | OrganizationType): BoardColumn => ({
    id: owner.id,
    label: owner.label,
    roleCount: owner.roleSet.intersectionSize([chosen]),
    position: huePosition(graph, owner) ?? null,
    boxes: owner.categories
      .map(({ index }) => itemAt(boxes, index))
      .filter(({ roleCount }) => roleCount > 0 || !isFiltered),
  });
  const sections: BoardSection[] = [];
  for (const kind of ['PILLAR', 'ORGANIZATION_TYPE'] as const) {
    const columns = owners.filter((owner) => owner.kind === kind).map(columnOf);
    if (columns.length > 0) sections.push({ kind, columns });
  }
  if (wanted === undefined && nowhere.roleCount > 0) {
    const column = { id: null, label: nowhere.label, roleCount: nowhere.roleCount, position: null };
    sections.push({ kind: 'NONE', columns: [{ ...column, boxes: [nowhere] }] });
  }
  return {
    roleCount: roles.length,
    chosenFrom: isFiltered ? among.size : null,
    of: wanted?.map(({ label }) => label) ?? [],
    spread: yield* spreadOf(graph, roles),
    most: most === Infinity ? null : most,
    sections,
  };
}

interface FilledBoxes {
  /** Of each category, by its index. */
  readonly boxes: readonly BoardBox[];
  /** Of the roles that no line names. */
  readonly nowhere: BoardBox;
}

/** The roles that pass the conditions, whether or not there is a column for them. */
function* rolesOnBoard(graph: CatalogGraph, { minGroups: given, ...choice }: BoardParameters): Steps<RoleSet> {
  const minGroups = checkedNumber('minGroups', given, Infinity) ?? 0;
  const chosen = yield* chosenRoles(graph, choice);
  if (minGroups === 0) return chosen;
  const groupsOf = groupsOfRole(graph.relations, spreadKindOf(graph));
  const kept = yield* filterInSteps(Array.from(chosen), (role) => listLength(groupsOf, role) >= minGroups);
  return new RoleSet(graph.roles.length, kept);
}

/** Visits every role once, in the order in which boxes show them, so that a box is full with the first ones that it gets. */
function* filledBoxes(graph: CatalogGraph, chosen: RoleSet, most: number): Steps<FilledBoxes> {
  const { categoriesOfRole } = graph.relations;
  const groupsOf = groupsOfRole(graph.relations, spreadKindOf(graph));
  const order =
    most === Infinity
      ? graph.rolesIn(chosen)
      : yield* sortInSteps(
          graph.rolesIn(chosen),
          (a, b) =>
            listLength(groupsOf, b.index) - listLength(groupsOf, a.index) ||
            b.responsibilityCount - a.responsibilityCount,
        );
  const boxes = graph.categories.map(({ id, name }) => ({ id, label: name, roleCount: 0, roles: emptyRoles() }));
  const nowhere = { id: null, label: 'In no category', roleCount: 0, roles: emptyRoles() };
  yield* forEachInSteps(order, (role) => {
    let shown: BoardRole | undefined;
    const add = (box: { roleCount: number; readonly roles: BoardRole[] }) => {
      box.roleCount++;
      if (box.roles.length < most) box.roles.push((shown ??= boardRole(graph, role)));
    };
    for (const category of listAt(categoriesOfRole, role.index)) add(itemAt(boxes, category));
    if (role.categoryCount === 0) add(nowhere);
  });
  return { boxes, nowhere };
}

function emptyRoles(): BoardRole[] {
  return [];
}

function boardRole(graph: CatalogGraph, role: Role): BoardRole {
  const kind = spreadKindOf(graph);
  const groups = itemsAt(graph.groupsOfKind(kind), groupsOfRole(graph.relations, kind), role.index);
  return {
    id: role.id,
    label: role.label,
    groups: groups.map(({ label }) => label),
    dutyCount: role.responsibilityCount,
    signature: kind === 'PILLAR' ? signatureOf(graph, role) : null,
  };
}

function unionOf(graph: CatalogGraph, owners: readonly (Pillar | OrganizationType)[]): RoleSet {
  return owners.reduce((union, { roleSet }) => union.union(roleSet), new RoleSet(graph.roles.length));
}
