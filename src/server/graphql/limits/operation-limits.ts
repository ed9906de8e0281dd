import { GraphQLError, Kind, type FieldNode, type SelectionSetNode, type ValidationRule } from 'graphql';
import type { Limits } from '../../../config/config.ts';
import { grouped } from '../../../text/quoted-text.ts';
import type { EndpointPlugin } from '../server-context.ts';

/** graphql-js limits the depth of these itself. */
const introspectionFields = new Set(['__schema', '__type']);

/** A limit on a measure of operations. A fragment has the measure of its selection, wherever it is spread. */
interface OperationLimit {
  readonly most: number;
  /** The measure of a field, given that of its selection; 0 if it has none. */
  readonly ofField: (field: FieldNode, inner: number) => number;
  /** The measure of a selection set, given those of its selections. */
  readonly ofAll: (measures: readonly number[]) => number;
  readonly message: (measure: number) => string;
}

/** A field with a selection counts as a level, a field without one does not. */
const depthLimit = (most: number): OperationLimit => ({
  most,
  ofField: ({ name, selectionSet }, inner) =>
    selectionSet === undefined || introspectionFields.has(name.value) ? 0 : 1 + inner,
  ofAll: (levels) => Math.max(0, ...levels),
  message: (levels) =>
    `The query nests objects ${levels} levels deep; at most ${grouped(most)} are allowed. Ask for the inner objects by their ids in a second request.`,
});

const aliasLimit = (most: number): OperationLimit => ({
  most,
  ofField: ({ alias }, inner) => inner + (alias === undefined ? 0 : 1),
  // Nested fragments can multiply the count without bound; past the limit, the exact number does not matter.
  ofAll: (counts) =>
    Math.min(
      counts.reduce((sum, count) => sum + count, 0),
      most + 1,
    ),
  message: () =>
    `The query uses more than ${grouped(most)} aliases, the limit for one request (those in a fragment count each time it is spread). Ask for several nodes by \`nodes(ids: …)\`, or send several requests.`,
});

/** Refuses operations that nest objects too deep or use too many aliases, before anything is executed. */
export function operationLimits({ depth, aliases }: Pick<Limits, 'depth' | 'aliases'>): EndpointPlugin {
  const rules = [depthLimit(depth), aliasLimit(aliases)].map(ruleFor);
  return {
    onValidate({ addValidationRule }) {
      for (const rule of rules) addValidationRule(rule);
    },
  };
}

/** Measures each fragment once however often it is spread, so the time is linear in the size of the document. */
function ruleFor({ most, ofField, ofAll, message }: OperationLimit): ValidationRule {
  return (context) => {
    const ofFragments = new Map<string, number>();

    function ofSelections({ selections }: SelectionSetNode): number {
      return ofAll(
        selections.map((selection) => {
          if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
          const inner = selection.selectionSet === undefined ? 0 : ofSelections(selection.selectionSet);
          return selection.kind === Kind.FIELD ? ofField(selection, inner) : inner;
        }),
      );
    }

    function ofFragment(name: string): number {
      const known = ofFragments.get(name);
      if (known !== undefined) return known;
      // A fragment that contains itself counts as 0 there; another rule reports it.
      ofFragments.set(name, 0);
      const fragment = context.getFragment(name);
      const measure = fragment ? ofSelections(fragment.selectionSet) : 0;
      ofFragments.set(name, measure);
      return measure;
    }

    return {
      OperationDefinition(operation) {
        const measure = ofSelections(operation.selectionSet);
        if (measure > most) context.reportError(new GraphQLError(message(measure), { nodes: operation }));
      },
    };
  };
}
