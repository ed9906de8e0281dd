import { eitherInWords } from '../text/in-words.ts';
import { quoted } from '../text/quoted-text.ts';
import type { Suggested } from './names/suggested-nodes.ts';
import type { NodeKind } from './nodes/node-kind.ts';
import { pluralNames, type Node } from './nodes/node.ts';

/** The most candidates that an error lists. */
const mostCandidates = 20;
/** The most suggestions that the message of an error lists. */
const mostInMessage = 3;

/**
 * An argument that cannot be accepted: an expected failure, which is reported to the client. The message says what was given
 * and what is allowed.
 */
export class ArgumentError extends Error {
  override readonly name: string = 'ArgumentError';
  /** The argument at fault; a field of an input object by its path, e.g. "filter.inAll". */
  readonly argument: string;
  /** Up to 20 ids that the argument may have meant, where it is ambiguous. */
  readonly candidates: readonly string[] | undefined;
  /** Up to 5 ids that the argument may have meant, where it is unknown. */
  readonly suggestions: readonly string[] | undefined;

  constructor(argument: string, message: string, candidates?: readonly string[], suggestions?: readonly string[]) {
    super(message);
    this.argument = argument;
    this.candidates = candidates;
    this.suggestions = suggestions;
  }
}

/** An argument that has an id, title or name which no acceptable node has. Whoever reports it adds suggestions first. */
export class UnknownNameError extends ArgumentError {
  override readonly name = 'UnknownNameError';
  readonly given: string;
  /** The kinds of nodes that the argument accepts. */
  readonly kinds: readonly NodeKind[];

  constructor(argument: string, message: string, given: string, kinds: readonly NodeKind[]) {
    super(argument, message);
    this.given = given;
    this.kinds = kinds;
  }

  /** The same error with suggestions, of which the message lists the nearest; without any, it says how to find names. */
  suggesting({ nodes, nearestCount }: Suggested): ArgumentError {
    if (nodes.length === 0) {
      return new ArgumentError(this.argument, `${this.message} search(query:) finds titles and names by their words.`);
    }
    const ids = nodes.map(({ id }) => id);
    const message = `${this.message} Did you mean ${eitherInWords(ids.slice(0, Math.min(nearestCount, mostInMessage)))}?`;
    return new ArgumentError(this.argument, message, undefined, ids);
  }
}

/**
 * The error about an id that is no longer used.
 *
 * @param replacedBy what replaces it: none, or two or more.
 */
export function retiredId(argument: string, given: string, replacedBy: readonly Node[]): ArgumentError {
  const candidates = replacedBy.slice(0, mostCandidates).map(({ id }) => id);
  const rest = replacedBy.length > mostCandidates ? `, … (${mostCandidates} of ${replacedBy.length})` : '';
  const message =
    candidates.length === 0
      ? 'which was retired, and nothing replaces it; leave it out, or give another id.'
      : `which was retired and replaced by ${replacedBy.length}: ${candidates.join(', ')}${rest}; give the one that you mean.`;
  return new ArgumentError(argument, `${argument} has ${quoted(given)}, ${message}`, candidates);
}

/**
 * The error about a title or name that several nodes have.
 *
 * @param nodes two or more.
 * @param advice what to do, e.g. "give one of these ids".
 */
export function ambiguousName(argument: string, given: string, nodes: readonly Node[], advice: string): ArgumentError {
  const candidates = nodes.slice(0, mostCandidates).map(({ id }) => id);
  const rest = nodes.length > mostCandidates ? `, … (${mostCandidates} of ${nodes.length})` : '';
  const [kind, ...otherKinds] = new Set(nodes.map((node) => node.kind));
  const called = kind === undefined || otherKinds.length > 0 ? 'nodes' : pluralNames[kind];
  return new ArgumentError(
    argument,
    `${argument} has ${quoted(given)}, which could be ${nodes.length} ${called}: ${candidates.join(', ')}${rest}; ${advice}.`,
    candidates,
  );
}
