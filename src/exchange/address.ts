import { ArgumentError } from '../graph/argument-error.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { defaultSelection, type GraphSelection, type SelectionLimits } from '../graph/selection/graph-selection.ts';
import { views, type View } from '../graph/selection/views.ts';
import { suggestion } from '../text/nearest-text.ts';
import { quoted } from '../text/quoted-text.ts';
import { addressParts, inQuery } from './address-parts.ts';
import {
  choiceIn,
  decimalIn,
  edgeKindsIn,
  listValues,
  namesIn,
  nodeKindsIn,
  onlyValue,
  refuseEmptyValues,
  switchIn,
  wholeNumberIn,
  type AddressParameters,
} from './address-values.ts';
import type { FileFormat, FormatOptions } from './file-format.ts';

/*
 * Addresses of files: /graph.<ending>?roots=role:auditor&depth=2, or the same as segments of the path, for tools that look at
 * the end of an address: /graph/roots=role:auditor/depth=2/graph.<ending>.
 */

/** What an address asks for. */
export interface AddressedFile {
  readonly format: FileFormat;
  readonly options: FormatOptions;
  readonly view: View | undefined;
  /** Without a maxNodes, the whole of the selection is wanted. */
  readonly selection: Partial<GraphSelection>;
}

/** The parameters that select a part of the graph, as GraphSelection names them. */
const selectionParameters = ['view', 'roots', 'depth', 'nodeKinds', 'edgeKinds', 'minOverlap', 'maxNodes'] as const;

/** What an address says for a list without kinds of edges. */
const none = 'none';

/** What path every file has at its end, or alone. */
const fileName = /^graph\.([^/]+)$/;

/** The format and the parameters of an address that may be one of a file. */
export interface SplitAddress {
  readonly ending: string;
  readonly parameters: AddressParameters;
}

/**
 * Splits an address; see addressParts.
 *
 * @throws ArgumentError for a path that does not end with a file, too.
 */
export function splitAddress(path: string, query: string): SplitAddress {
  const { last, parameters } = addressParts(path, query, '/graph/depth=2/graph.gexf');
  const ending = fileName.exec(last)?.[1];
  if (ending !== undefined) return { ending, parameters };
  const message = `The address ends with ${quoted(last)}; it must end with graph.<format>, e.g. graph.gexf.`;
  throw new ArgumentError('path', message);
}

/** The parameters that an address with a format takes. */
function parametersOf({ parameters }: FileFormat): readonly string[] {
  return [...selectionParameters, ...Object.keys(parameters)];
}

/**
 * What an address means in a catalog.
 *
 * @throws ArgumentError naming the parameter, with what is allowed.
 */
export function addressedFile(
  { ending, parameters }: SplitAddress,
  formats: readonly FileFormat[],
  graph: CatalogGraph,
): AddressedFile {
  const format = formats.find((each) => each.ending === ending.toLowerCase());
  if (format === undefined) {
    const endings = formats.map((each) => each.ending);
    const message = `There is no format ${quoted(ending)}${suggestion(ending, endings)}. Available: ${endings.map((each) => `graph.${each}`).join(', ')}.`;
    throw new ArgumentError('format', message);
  }
  const allowed = parametersOf(format);
  const unknown = parameters.keys().find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw unknownParameter(unknown, allowed, format);
  refuseEmptyValues(parameters);
  const viewName = onlyValue(parameters, 'view');
  const chosen =
    viewName === undefined
      ? undefined
      : choiceIn(
          'view',
          viewName,
          views.map(({ name }) => name),
        );
  const view = views.find(({ name }) => name === chosen);
  return {
    format,
    view,
    options: optionsIn(parameters, format),
    selection: { ...view?.selection, ...selectionIn(parameters, graph) },
  };
}

function unknownParameter(name: string, allowed: readonly string[], { ending }: FileFormat): ArgumentError {
  const isOfOther = ['direction', 'version', 'bom'].includes(name);
  const what = isOfOther ? `graph.${ending} has no parameter ${name}` : `There is no parameter ${quoted(name)}`;
  return new ArgumentError(
    name,
    `${what}${isOfOther ? '' : suggestion(name, allowed)}. Available: ${allowed.join(', ')}.`,
  );
}

function selectionIn(given: AddressParameters, graph: CatalogGraph): Partial<GraphSelection> {
  const roots = given.get('roots')?.flatMap((value) => namesIn(value, graph));
  const [depth, minOverlap, maxNodes] = ['depth', 'minOverlap', 'maxNodes'].map((name) => onlyValue(given, name));
  const [ofNodes, ofEdges] = [listValues(given, 'nodeKinds'), listValues(given, 'edgeKinds')];
  return {
    ...(roots !== undefined && { roots }),
    ...(depth !== undefined && { depth: wholeNumberIn('depth', depth) }),
    ...(ofNodes !== undefined && { nodeKinds: nodeKindsIn('nodeKinds', ofNodes) }),
    ...(ofEdges !== undefined && { edgeKinds: isNone(ofEdges) ? [] : edgeKindsIn('edgeKinds', ofEdges) }),
    ...(minOverlap !== undefined && { minOverlap: decimalIn('minOverlap', minOverlap) }),
    ...(maxNodes !== undefined && { maxNodes: wholeNumberIn('maxNodes', maxNodes) }),
  };
}

function isNone(values: readonly string[]): boolean {
  return values.length === 1 && values[0] === none;
}

function optionsIn(given: AddressParameters, { parameters }: FileFormat): FormatOptions {
  const [direction, version, bom] = ['direction', 'version', 'bom'].map((name) => onlyValue(given, name));
  return {
    ...(direction !== undefined && { direction: choiceIn('direction', direction, parameters.direction ?? []) }),
    ...(version !== undefined && { version: choiceIn('version', version, parameters.version ?? []) }),
    ...(bom !== undefined && { bom: switchIn('bom', bom) }),
  };
}

/** The whole selection that an address means: a link without maxNodes has no limit but those of the server. */
export function wholeSelection({ selection }: AddressedFile, { mostNodes }: SelectionLimits): GraphSelection {
  return { ...defaultSelection, maxNodes: mostNodes, ...selection };
}

/**
 * The address of a selection, which says only what differs from the defaults.
 *
 * @returns the path on the server with the query, e.g. "/graph.gexf?roots=role:auditor&depth=2".
 */
export function addressOf(
  { ending }: Pick<FileFormat, 'ending'>,
  selection: Partial<GraphSelection>,
  view?: Pick<View, 'name'>,
): string {
  const { roots, depth, nodeKinds: ofNodes, edgeKinds: ofEdges, minOverlap, maxNodes } = selection;
  const parts: (readonly [name: string, value: string])[] = [];
  const add = (name: string, value: number | undefined, byDefault: number) => {
    if (value !== undefined && value !== byDefault) parts.push([name, String(value)]);
  };
  if (view !== undefined) parts.push(['view', view.name]);
  if (roots != null && roots.length > 0) parts.push(['roots', roots.join(',')]);
  add('depth', depth, defaultSelection.depth);
  if (ofNodes != null) parts.push(['nodeKinds', ofNodes.join(',')]);
  if (ofEdges != null) parts.push(['edgeKinds', ofEdges.length === 0 ? none : ofEdges.join(',')]);
  add('minOverlap', minOverlap, defaultSelection.minOverlap);
  add('maxNodes', maxNodes, defaultSelection.maxNodes);
  const query = parts.map(([name, value]) => `${name}=${inQuery(value)}`).join('&');
  return `/graph.${ending}${query === '' ? '' : `?${query}`}`;
}
