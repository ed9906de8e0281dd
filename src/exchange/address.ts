import { ArgumentError } from '../graph/argument-error.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { resolveName } from '../graph/names/resolved-name.ts';
import { nodeKinds } from '../graph/nodes/node-kind.ts';
import { defaultSelection, type GraphSelection, type SelectionLimits } from '../graph/selection/graph-selection.ts';
import { views, type View } from '../graph/selection/views.ts';
import { suggestion } from '../text/nearest-text.ts';
import { quoted } from '../text/quoted-text.ts';
import {
  choiceIn,
  decimalIn,
  edgeKindsIn,
  listValues,
  nodeKindsIn,
  onlyValue,
  partsOf,
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

/** The path and the parameters of an address that may be one of a file. */
export interface SplitAddress {
  readonly ending: string;
  readonly parameters: AddressParameters;
}

/**
 * Splits an address. Parameters in its path and in its query count alike.
 *
 * @param path decoded segment by segment, e.g. "/graph/depth=2/graph.gexf".
 * @throws ArgumentError for a part that is not "name=value", or a path that does not end with a file.
 */
export function splitAddress(path: string, query: string): SplitAddress {
  const segments = path.split('/').slice(1);
  const ending = fileName.exec(segments.at(-1) ?? '')?.[1];
  if (ending === undefined) {
    const last = quoted(segments.at(-1) ?? '');
    throw new ArgumentError('path', `The address ends with ${last}; it must end with graph.<format>, e.g. graph.gexf.`);
  }
  const parameters = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const before = parameters.get(name);
    if (before === undefined) parameters.set(name, [value]);
    else before.push(value);
  };
  for (const segment of segments.slice(1, -1)) {
    const text = decodedSegment(segment);
    const end = text.indexOf('=');
    if (end <= 0) {
      throw new ArgumentError(
        'path',
        `The path has the part ${quoted(text)}; each part must be a parameter with a value, e.g. /graph/depth=2/graph.gexf.`,
      );
    }
    add(text.slice(0, end), text.slice(end + 1));
  }
  for (const [name, value] of new URLSearchParams(query)) add(name, value);
  return { ending, parameters };
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    const message = `The path has the part ${quoted(segment)}, which is not encoded correctly; write a percent sign as %25.`;
    throw new ArgumentError('path', message);
  }
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
  for (const [name, values] of parameters) {
    if (!allowed.includes(name)) throw unknownParameter(name, allowed, format);
    if (values.some((value) => value.trim() === '')) {
      throw new ArgumentError(name, `${name} is empty; give it a value, or leave it out.`);
    }
  }
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
  const roots = given.get('roots')?.flatMap((value) => rootsIn(value, graph));
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

/** A value with commas is a list, unless it is a name as a whole, as some names of categories are. */
function rootsIn(value: string, graph: CatalogGraph): readonly string[] {
  if (!value.includes(',') || resolveName(graph, value, nodeKinds).kind !== 'UNKNOWN') return [value];
  return partsOf(value).filter((part) => part !== '');
}

function optionsIn(given: AddressParameters, { parameters }: FileFormat): FormatOptions {
  const [direction, version, bom] = ['direction', 'version', 'bom'].map((name) => onlyValue(given, name));
  return {
    ...(direction !== undefined && { direction: choiceIn('direction', direction, parameters.direction ?? []) }),
    ...(version !== undefined && { version: choiceIn('version', version, parameters.version ?? []) }),
    ...(bom !== undefined && { bom: switchIn('bom', bom) }),
  };
}

function switchIn(name: string, given: string): boolean {
  const text = choiceIn(name, given, ['1', '0', 'true', 'false']);
  return text === '1' || text === 'true';
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

/** Encoded as far as a query needs it: the characters of ids and lists stay as people read them (RFC 3986, 3.4). */
function inQuery(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2C|2F)/g, (encoded) => decodeURIComponent(encoded));
}
