import type { Finding } from '../../catalog/finding.ts';
import { getRoute, jsonAnswer, send, type Route } from '../http/exchange.ts';

/** The files from which a server imports what it serves, and how the last import of them ended. */
export interface ServedFiles {
  /** Files and folders, as the command line gives them. */
  readonly locations: readonly string[];
  /** Whether they are imported again whenever they change. */
  readonly isWatched: boolean;
  /**
   * SERVED: what they say is served. INVALID: they have errors, and what was imported before is served. FAILED: they could not be
   * read or stored, which `problem` explains.
   */
  readonly state: 'SERVED' | 'INVALID' | 'FAILED';
  readonly problem: string | null;
  /** When the last import ended, in ISO 8601. */
  readonly checkedAt: string;
  /** The first 100 errors and the first 100 warnings. */
  readonly findings: readonly Finding[];
  /** How many more there are. */
  readonly omitted: { readonly errors: number; readonly warnings: number };
}

/** Findings change without an import, so they are no part of the catalog and its cached answers. */
export function findingsRoute(servedFiles: () => ServedFiles): Route {
  return getRoute((exchange) => {
    send(exchange, jsonAnswer(200, servedFiles(), { 'Cache-Control': 'no-store' }));
  });
}
