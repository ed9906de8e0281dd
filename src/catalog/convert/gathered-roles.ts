import { matchingKey } from '../../text/matching-key.ts';
import type { FactRole, Statement } from './facts.ts';

interface GatheredRole {
  readonly name: string;
  readonly alternates: Map<string, string>;
  readonly summaries: Set<string>;
  externalId: string | undefined;
}

/** What a file says of its roles besides what they do, gathered from several places. */
export class GatheredRoles {
  readonly #byKey = new Map<string, GatheredRole>();
  /** The keys of roles by code, to find codes that several roles have. */
  readonly #byCode = new Map<string, Set<string>>();

  /** Adds a role, or what another place says of it. */
  add(title: string, { alternateTitles = [], summary, externalId }: Omit<FactRole, 'name'>): void {
    const key = matchingKey(title);
    const known = this.#byKey.get(key);
    const role = known ?? { name: title, alternates: new Map(), summaries: new Set(), externalId: undefined };
    if (known === undefined) this.#byKey.set(key, role);
    for (const each of alternateTitles) {
      const alternate = matchingKey(each);
      if (alternate !== '' && alternate !== key && !role.alternates.has(alternate))
        role.alternates.set(alternate, each);
    }
    if (summary !== undefined && summary !== '') role.summaries.add(summary);
    if (externalId === undefined || externalId === '') return;
    role.externalId ??= externalId;
    const sharing = this.#byCode.get(externalId);
    if (sharing === undefined) this.#byCode.set(externalId, new Set([key]));
    else sharing.add(key);
  }

  /** The summary of a role, if all places that describe it say the same. */
  summaryOf(title: string): string | undefined {
    const role = this.#byKey.get(matchingKey(title));
    return role === undefined ? undefined : agreedSummary(role);
  }

  /** Codes that several roles have, and so identify none. */
  sharedCodes(): readonly string[] {
    return [...this.#byCode].flatMap(([code, keys]) => (keys.size > 1 ? [code] : []));
  }

  /** All of them in order, or none if nothing is said of any. Alternate titles that are roles of their own are left out. */
  entries(): readonly FactRole[] {
    const roles = [...this.#byKey.values()].map((role): FactRole => {
      const { name, externalId } = role;
      const others = [...role.alternates].flatMap(([key, title]) => (this.#byKey.has(key) ? [] : [title]));
      const summary = agreedSummary(role);
      const isOwn = externalId !== undefined && this.#byCode.get(externalId)?.size === 1;
      return {
        name,
        ...(others.length > 0 && { alternateTitles: others }),
        ...(summary !== undefined && { summary }),
        ...(isOwn && { externalId }),
      };
    });
    return roles.some((role) => Object.keys(role).length > 1) ? roles : [];
  }
}

function agreedSummary({ summaries }: GatheredRole): string | undefined {
  return summaries.size === 1 ? [...summaries][0] : undefined;
}

/** Statements without the summaries that their roles have as a whole. */
export function withoutRepeatedSummaries(statements: readonly Statement[], roles: GatheredRoles): readonly Statement[] {
  return statements.map((statement) => {
    const { summary, ...others } = statement;
    return summary !== undefined && roles.summaryOf(statement.role) === summary ? others : statement;
  });
}
