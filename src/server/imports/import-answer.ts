import type { Finding } from '../../catalog/finding.ts';
import { CatalogTooLarge, type ImportResult } from '../../import/catalog-importer.ts';
import { StoreError, type FasterImport } from '../../store/store-error.ts';
import type { Headers } from '../http/exchange.ts';
import { ImportRefusal } from './import-refusal.ts';
import { tagOf } from './put-headers.ts';

/** An answer to a PUT, as JSON or as an event. */
export interface ImportAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The answer of an import that ended. */
export function answerOf({ status, current, previous, changes, diff, findings, omitted }: ImportResult): ImportAnswer {
  return {
    status: status === 'INVALID' ? 422 : 200,
    headers: tagOf(current),
    json: {
      status,
      sequence: current?.sequence ?? null,
      revision: current?.revision ?? null,
      previous: previous === undefined ? null : { sequence: previous.sequence, revision: previous.revision },
      changes,
      diff,
      findings: findings.map(withoutFile),
      omitted,
    },
  };
}

/** A finding without the name of the temporary file, which means nothing to a client. */
export function withoutFile({ severity, file, line, path, message }: Finding) {
  return { severity, line, path, message: message.replaceAll(`${file}:`, 'line ').replaceAll(file, 'the catalog') };
}

/** The answer of an import that was refused or failed; undefined for what is not expected. */
export function failureAnswer(error: unknown): ImportAnswer | undefined {
  if (error instanceof ImportRefusal) {
    const { status, code, message, headers, current } = error;
    return { status, headers, json: { error: message, code, ...conflictFacts(current) } };
  }
  if (error instanceof StoreError) {
    const { code, message, current } = error;
    const isConflict = code === 'CONFLICT';
    return {
      status: isConflict ? 412 : 503,
      headers: isConflict ? tagOf(current) : { 'Retry-After': '5' },
      json: { error: message, code, ...conflictFacts(current) },
    };
  }
  if (error instanceof CatalogTooLarge) {
    return { status: 413, headers: {}, json: { error: error.message, code: 'TOO_LARGE' } };
  }
  return undefined;
}

/** The catalog that is current, as clients are told. */
export function conflictFacts(current: FasterImport | undefined): Readonly<Record<string, unknown>> {
  if (current === undefined) return {};
  const { sequence, importedBy, importedAt } = current;
  return { sequence, importedBy, importedAt: importedAt.toISOString() };
}
