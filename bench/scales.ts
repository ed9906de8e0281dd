import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './servers/command.ts';

export const scaleNames = ['shipped', '1000', '5000', '50000'] as const;
export type ScaleName = (typeof scaleNames)[number];

const root = fileURLToPath(new URL('..', import.meta.url));

/** How many roles are generated; undefined for the catalog that ships. */
export function rolesOf(scale: ScaleName): number | undefined {
  return scale === 'shipped' ? undefined : Number(scale);
}

export function titleOf(scale: ScaleName): string {
  return scale === 'shipped' ? 'the catalog that ships' : `${Number(scale).toLocaleString('en')} roles`;
}

/** Where the catalog of a scale is; a generated one is made first. */
export async function catalogOf(scale: ScaleName, seed: number, folder: string): Promise<string> {
  const roles = rolesOf(scale);
  if (roles === undefined) return join(root, 'seed');
  const file = join(folder, `${roles}-${seed}.json`);
  const generate = join(root, 'bench/generate-catalog.ts');
  await runToEnd([generate, '--roles', String(roles), '--seed', String(seed), '--output', file], {}, `${file}.log`);
  return file;
}
