/** A parameter of an address. */
export type Parameter = readonly [name: string, value: string];

/** An address with a query. Colons and slashes stay as they are, so that ids can be read in it. */
export function withQuery(path: string, parameters: readonly Parameter[]): string {
  const query = parameters.map(([name, value]) => `${name}=${inQuery(value)}`).join('&');
  return query === '' ? path : `${path}?${query}`;
}

function inQuery(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/');
}

/** The values that an address has for a name, each once. */
export function namesIn(query: URLSearchParams, name: string): readonly string[] {
  return [...new Set(query.getAll(name).filter((value) => value !== ''))];
}
