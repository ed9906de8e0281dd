import type { CarrierScope } from '../analysis/coverage/requirements.ts';
import { UsageError } from './command-error.ts';

/** Who may carry the items of groups, by the value of --from. */
export const scopeChoices = { members: 'MEMBERS', catalog: 'CATALOG' } as const satisfies Readonly<
  Record<string, CarrierScope>
>;
export type ScopeChoice = keyof typeof scopeChoices;

/**
 * Of a command whose groups may be left out. Checked before any file is read.
 *
 * @param words the names of the groups.
 * @param command its name, for an example.
 * @throws UsageError for members if no groups are given.
 */
export function chosenScope(
  from: ScopeChoice | undefined,
  words: readonly string[],
  command: string,
): CarrierScope | undefined {
  if (from === 'members' && words.length === 0) {
    throw new UsageError(
      `--from members means the members of groups; name at least one, e.g. ${command} security --from members.`,
    );
  }
  return from && scopeChoices[from];
}
