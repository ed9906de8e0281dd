import { createHash } from 'node:crypto';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { CatalogHeader } from '../../store/stored-catalog.ts';

/** What the receiver of a webhook is sent after an import, as JSON. */
export interface WebhookEvent {
  readonly type: 'catalog.changed';
  /** The time of the import, in ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly sequence: number;
    readonly revision: string;
    readonly importedAt: string;
    readonly importedBy: string | null;
    /** The name and the version of the catalog, as it states them. */
    readonly name: string;
    readonly version: string;
    /** Null where there was nothing to compare with. */
    readonly added: number | null;
    readonly changed: number | null;
    readonly removed: number | null;
  };
}

/** An event with the id that the receiver knows it by. */
export interface WebhookMessage {
  /** The same for one import on every instance, so that a receiver can drop repeated messages. */
  readonly id: string;
  readonly event: WebhookEvent;
}

/** Every instance makes the same message of an import. */
export function webhookMessage(
  { key, sequence, revision, importedAt, importedBy, changes }: CatalogHeader,
  { structure: { name, version } }: Pick<CatalogGraph, 'structure'>,
): WebhookMessage {
  const timestamp = importedAt.toISOString();
  const { added, changed, removed } = changes ?? { added: null, changed: null, removed: null };
  return {
    // The key is that of the import, and what it looks like is nobody else's business.
    id: `msg_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`,
    event: {
      type: 'catalog.changed',
      timestamp,
      data: { sequence, revision, importedAt: timestamp, importedBy, name, version, added, changed, removed },
    },
  };
}
