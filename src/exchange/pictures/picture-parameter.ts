import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { nodesOf } from '../../graph/named-nodes.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { calledOf, pluralNames } from '../../graph/nodes/node.ts';
import { eitherInWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import {
  choiceIn,
  decimalIn,
  edgeKindsIn,
  listValues,
  namesIn,
  nodeKindIn,
  onlyValue,
  switchIn,
  wholeNumberIn,
  type AddressParameters,
} from '../address-values.ts';

/** What people are told about a parameter. */
interface Described {
  readonly name: string;
  /** What it decides, as a phrase without a full stop, e.g. "the groups that are compared". */
  readonly description: string;
}

interface Optional extends Described {
  /** What holds where it is not given, as a phrase, e.g. "all pillars". */
  readonly byDefault: string;
}

/** A parameter of pictures, in their addresses and as an option of the command. */
export interface PictureParameter<T = unknown> extends Described {
  /** What it takes, as a phrase, e.g. "2 to 40 groups, by their ids or names". */
  readonly takes: string;
  /** What holds where it is not given; null if it must be given. */
  readonly byDefault: string | null;
  /** The kinds of the nodes whose ids, titles or names it takes; only if it takes any. */
  readonly kinds?: readonly NodeKind[];
  /**
   * The value that is given. Whoever uses it checks its range.
   *
   * @throws ArgumentError for a text that it does not take, an unknown name, and where it is missing and must be given.
   */
  readonly read: (given: AddressParameters, graph: CatalogGraph) => T;
}

/** A parameter whose value is read without a catalog. */
export interface ValueParameter<T> extends PictureParameter<T | undefined> {
  readonly read: (given: AddressParameters) => T | undefined;
}

interface Names {
  readonly kinds: readonly NodeKind[];
  /** See PictureParameter. */
  readonly takes: string;
}

/** A list of nodes by their ids, titles or names, read as ids. Undefined where it is not given. */
export function namesParameter(
  described: Optional,
  { kinds, takes }: Names,
): PictureParameter<readonly string[] | undefined> {
  return { ...described, takes, kinds, read: (given, graph) => idsIn(described.name, kinds, given, graph) };
}

/**
 * The same for a list that must be given.
 *
 * @param example a value, for the message about a missing list, e.g. "role:devops-engineer".
 */
export function requiredNamesParameter(
  described: Described,
  { kinds, takes, example }: Names & { readonly example: string },
): PictureParameter<readonly string[]> {
  const { name } = described;
  const read = (given: AddressParameters, graph: CatalogGraph) => {
    const ids = idsIn(name, kinds, given, graph);
    if (ids !== undefined) return ids;
    const message = `${name} is missing; give the id, title or name of ${calledOf(kinds)}, e.g. ${example}.`;
    throw new ArgumentError(name, message);
  };
  return { ...described, takes, kinds, byDefault: null, read };
}

/** One node by its id, title or name, read as its id; it must be given. The example is as for requiredNamesParameter. */
export function requiredNameParameter(
  described: Described,
  { kinds, example }: Pick<Names, 'kinds'> & { readonly example: string },
): PictureParameter<string> {
  const { name } = described;
  const takes = calledOf(kinds);
  const list = requiredNamesParameter(described, { kinds, takes, example });
  const read = (given: AddressParameters, graph: CatalogGraph) => {
    const [id, ...others] = list.read(given, graph);
    if (id !== undefined && others.length === 0) return id;
    throw new ArgumentError(name, `${name} has ${others.length + 1} nodes; it takes one.`);
  };
  return { ...described, takes, kinds, byDefault: null, read };
}

function idsIn(
  name: string,
  kinds: readonly NodeKind[],
  given: AddressParameters,
  graph: CatalogGraph,
): readonly string[] | undefined {
  const names = given.get(name)?.flatMap((value) => namesIn(value, graph));
  return names && nodesOf(graph, names, name, kinds).map(({ id }) => id);
}

/** A parameter with one value. Undefined where it is not given. */
function valueParameter<T>(
  described: Optional,
  takes: string,
  parse: (name: string, value: string) => T,
): ValueParameter<T> {
  const { name } = described;
  const read = (given: AddressParameters) => {
    const value = onlyValue(given, name);
    return value === undefined ? undefined : parse(name, value);
  };
  return { ...described, takes, read };
}

/** One of some kinds of nodes, by the name of the GraphQL enum or in words. */
export function kindParameter<K extends NodeKind>(described: Optional, kinds: readonly K[]): ValueParameter<K> {
  const takes = eitherInWords(kinds.map((kind) => pluralNames[kind]));
  return valueParameter(described, takes, (name, value) => nodeKindIn(name, value, kinds));
}

/** Kinds of edges, by the names of the GraphQL enum. Undefined where none is given. */
export function edgeKindsParameter(
  described: Optional,
  kinds: readonly EdgeKind[],
): ValueParameter<readonly EdgeKind[]> {
  const { name } = described;
  const read = (given: AddressParameters) => {
    const values = listValues(given, name);
    return values && edgeKindsIn(name, values);
  };
  return { ...described, takes: `some of ${kinds.join(', ')}`, read };
}

/** A number from 0 to 1. */
export function scoreParameter(described: Optional): ValueParameter<number> {
  return valueParameter(described, '0 to 1', decimalIn);
}

/** A whole number. */
export function wholeNumberParameter(
  described: Optional,
  { least, most }: { readonly least: number; readonly most?: number },
): ValueParameter<number> {
  const takes = most === undefined ? `${grouped(least)} or more` : `${grouped(least)} to ${grouped(most)}`;
  return valueParameter(described, takes, wholeNumberIn);
}

/** One of some texts, in capital or small letters. */
export function choiceParameter<T extends string>(described: Optional, choices: readonly T[]): ValueParameter<T> {
  return valueParameter(described, eitherInWords(choices), (name, value) => choiceIn(name, value, choices));
}

/**
 * A text.
 *
 * @param takes see PictureParameter.
 */
export function textParameter(described: Optional, takes: string): ValueParameter<string> {
  return valueParameter(described, takes, (_, value) => value);
}

/** Yes or no. */
export function switchParameter(described: Optional): ValueParameter<boolean> {
  return valueParameter(described, 'true or false', switchIn);
}
