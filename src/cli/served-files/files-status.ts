import type { ServedFiles } from '../../server/pages/findings-route.ts';
import type { ImportReport } from './import-served.ts';

/** What is known of the files after an import. */
export type FilesStatus = Pick<ServedFiles, 'state' | 'problem' | 'findings' | 'omitted'>;

/** Of an import that ended as it should, whether or not the files have errors. */
export function statusAfter({ kind, findings, omitted }: ImportReport): FilesStatus {
  return { state: kind === 'INVALID' ? 'INVALID' : 'SERVED', problem: null, findings, omitted };
}

/** Of an import that failed. */
export function failedStatus(problem: string): FilesStatus {
  return { state: 'FAILED', problem, findings: [], omitted: { errors: 0, warnings: 0 } };
}
