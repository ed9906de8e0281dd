/** A group of pages, by who reads them. */
export interface Audience {
  readonly title: string;
  /** The names of its pages, in the order in which to read them. Names of pages that do not exist are passed over. */
  readonly pages: readonly string[];
}

/** The name of the reference of the schema, whose pages are made from the schema itself. */
export const schemaPage = 'schema';
export const schemaTitle = 'The schema';

/** The pages by audience. A page that stands nowhere here is in a last group of its own. */
const audiences: readonly Audience[] = [
  { title: 'Start', pages: ['readme', 'getting-started', 'explorer', 'faq', 'glossary'] },
  { title: 'Ask about roles and teams', pages: ['analysis', 'overlap', 'pictures'] },
  { title: 'Bring in your own roles', pages: ['catalog', 'convert', 'catalog-reference'] },
  { title: 'Draw, and write programs', pages: ['visualization', 'formats', schemaPage, 'neo4j'] },
  { title: 'Run a server', pages: ['operations', 'access', 'writing', 'listening', 'performance', 'privacy'] },
  { title: 'Change Rolegraph', pages: ['architecture', 'decisions', 'contributing', 'changelog'] },
];

/** What pages are called in lists, if not by their title. */
export const pageNames: Readonly<Record<string, string>> = { readme: 'What Rolegraph is', privacy: 'Privacy' };

const otherPages = 'More pages';

/**
 * The audiences with those pages that there are; pages that belong to none come last, by name.
 *
 * @param names of all pages.
 */
export function arranged(names: readonly string[]): readonly Audience[] {
  const existing = new Set(names);
  const known = audiences.map(({ title, pages }) => ({ title, pages: pages.filter((name) => existing.has(name)) }));
  const placed = new Set(known.flatMap(({ pages }) => pages));
  const others = names.filter((name) => !placed.has(name)).toSorted();
  return [...known, { title: otherPages, pages: others }].filter(({ pages }) => pages.length > 0);
}
