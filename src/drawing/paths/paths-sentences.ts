import { spelledNumberOf } from '../../text/spelled-number.ts';
import type { PathsData } from './paths-data.ts';

/** How far two nodes are from each other, e.g. "Auditor and Security are two steps apart". */
export function pathsTitle({ labels: [from, to], paths, isGivenUp, maxLength }: PathsData): string {
  const length = paths[0]?.verbs.length;
  if (length !== undefined) return `${from} and ${to} are ${spelledNumberOf(length, 'step', 'steps')} apart`;
  if (isGivenUp) return `It is not known how ${from} and ${to} are connected`;
  return `${from} and ${to} are not connected within ${spelledNumberOf(maxLength, 'step', 'steps')}`;
}
