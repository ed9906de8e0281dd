/** The slug in an id, which is a kind and a slug, e.g. "organization-type:msp". */
export function slugOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The kind in an id as the server calls it, e.g. "ORGANIZATION_TYPE"; empty if there is none. */
export function kindOf(id: string): string {
  return id
    .slice(0, Math.max(0, id.indexOf(':')))
    .toUpperCase()
    .replaceAll('-', '_');
}
