import { StoreError } from '../../store-error.ts';

/** The oldest supported version: 5.26, which has long-term support. */
const oldest = [5, 26] as const;

/**
 * Checks that a server is new enough.
 *
 * @param agent as the server calls itself, e.g. "Neo4j/5.26.30" or "Neo4j/2026.08.1".
 * @throws StoreError MISCONFIGURED if it is not; other names are accepted.
 */
export function checkServerVersion(agent: string | undefined): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent ?? '') ?? [];
  const isTooOld = Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1]);
  if (isTooOld) {
    throw new StoreError(
      'MISCONFIGURED',
      `The database is Neo4j ${major}.${minor}; Rolegraph needs Neo4j ${oldest.join('.')} or newer. Upgrade it, or name another in NEO4J_URI.`,
    );
  }
}
