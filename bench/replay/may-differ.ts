/** The fields that are English made by the server, of which the words may change. */
const prose: ReadonlySet<string> = new Set(['Path.sentence', 'Paths.summary', 'HeldRole.reason', 'RelatedEdge.reason']);

/** The fields that depend on the server or the time, not on the catalog. */
const ofTheServer: ReadonlySet<string> = new Set(['Catalog.importedAt', '__schema', '__type']);

/** The name of the rule by which a field's answers may differ; undefined where they must not. */
export function mayDiffer(coordinate: string): string | undefined {
  if (prose.has(coordinate)) return `words of ${coordinate}`;
  return ofTheServer.has(coordinate) ? coordinate : undefined;
}
