/** The slug of a role by its id, which is "role:" and the slug. */
export function slugOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
