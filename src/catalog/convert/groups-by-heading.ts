import type { TableReading } from './conversion.ts';
import type { GroupKind, Statement } from './facts.ts';

/** What was read of a table or document, and what stands above it: the title of its file, headings, the name of its sheet. */
export interface HeadedReading {
  readonly headings: readonly string[];
  readonly reading: TableReading;
}

/**
 * The statements of all readings. Where no table names groups in a column, but several tables stand under different headings, these
 * are the groups, and the headings below them sections.
 */
export function statementsByHeading(readings: readonly HeadedReading[]): {
  readonly groupKind: GroupKind;
  readonly statements: readonly Statement[];
} {
  const named = readings.find(({ reading }) => reading.statements.some(({ group }) => group !== undefined));
  const groupKind = named?.reading.groupKind ?? 'PILLAR';
  const level = named === undefined ? firstDifference(readings.map(({ headings }) => headings)) : undefined;
  const statements: Statement[] = [];
  for (const { headings, reading } of readings) {
    const group = level === undefined ? undefined : headings[level];
    const below = level === undefined ? [] : headings.slice(level + 1);
    for (const statement of reading.statements) {
      statements.push(group === undefined ? statement : withHeadings(statement, group, below));
    }
  }
  return { groupKind, statements };
}

function withHeadings(statement: Statement, group: string, below: readonly string[]): Statement {
  const sections = [...below, ...(statement.section === undefined ? [] : [statement.section])];
  return { ...statement, group, ...(sections.length > 0 && { section: sections.join(': ') }) };
}

/** The outermost level on which the headings differ; undefined where they do not. */
function firstDifference(all: readonly (readonly string[])[]): number | undefined {
  const [first = [], ...others] = all;
  const deepest = all.reduce((most, { length }) => Math.max(most, length), 0);
  for (let level = 0; level < deepest; level++) {
    if (others.some((headings) => headings[level] !== first[level])) return level;
  }
  return undefined;
}
