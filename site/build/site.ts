import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import MiniSearch from 'minisearch';
import { searchOptions } from '../search-options.ts';
import { describedPages, firstSentence } from './descriptions.ts';
import { documentPage, type DocumentPage } from './document-page.ts';
import { readDocuments } from './documents.ts';
import { wholePage, type Frame } from './layout.ts';
import { listPage, type Listed } from './list-page.ts';
import { arranged, pageNames, schemaPage } from './navigation.ts';
import { schemaPages } from './schema/schema-pages.ts';
import { partsOfDocuments, partsOfSchema } from './search-parts.ts';
import type { FoundPart, SitePage } from './site-page.ts';

/** The whole site, but for the script and the style that its pages load. */
export interface Site {
  readonly documents: readonly DocumentPage[];
  readonly pages: readonly SitePage[];
  /** What can be found, as the script reads it, by address below /docs/. */
  readonly indexes: ReadonlyMap<string, string>;
  /** Files of docs/ that pages show or offer, by their path in docs/. */
  readonly files: ReadonlySet<string>;
  /** @param files the addresses of what the page loads, below /docs/. */
  readonly htmlOf: (page: SitePage, files: Pick<Frame['files'], 'script' | 'style'>) => string;
}

/**
 * Makes the site from the Markdown files of a project and its schema.
 *
 * @param project its folder.
 */
export function makeSite(project: string): Site {
  const sources = readDocuments(project);
  const schema = buildSchema(readFileSync(join(project, 'schema/schema.graphql'), 'utf8'));
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const documents = sources.map((source) => documentPage(source, byPath));
  const reference = schemaPages(schema);
  const described = describedPages(sources.find(({ path }) => path === 'README.md')?.markdown ?? '');
  const listed = new Map<string, Listed>([
    ...documents.map(
      (page) =>
        [
          page.name,
          { title: pageNames[page.name] ?? page.title, description: described.get(page.path) ?? firstSentence(page) },
        ] as const,
    ),
    ...reference.slice(0, 1).map((page) => [schemaPage, page] as const),
  ]);
  const audiences = arranged([...listed.keys()]);
  const inOrder = audiences.flatMap(({ pages }) => pages);
  const linkTo = (name: string | undefined) =>
    name === undefined ? undefined : { address: name, title: listed.get(name)?.title ?? name };
  const around = (name: string) => {
    const at = inOrder.indexOf(name);
    return { previous: linkTo(at === 0 ? undefined : inOrder[at - 1]), next: linkTo(inOrder[at + 1]) };
  };
  const indexes = new Map([
    ['search.json', indexOf(partsOfDocuments(documents))],
    [`${schemaPage}/search.json`, indexOf(partsOfSchema(schema))],
  ]);
  return {
    documents,
    indexes,
    files: new Set(
      documents.flatMap(({ targets }) =>
        targets.flatMap(({ target }) => (target.kind === 'FILE' ? [target.path] : [])),
      ),
    ),
    pages: [
      listPage(audiences, listed),
      ...documents.map(({ name, title, html, headings }) => ({
        address: name,
        title,
        description: listed.get(name)?.description ?? '',
        html,
        headings,
        place: name,
        ...around(name),
      })),
      ...reference.map((page) => (page.address === schemaPage ? { ...page, ...around(schemaPage) } : page)),
    ],
    htmlOf: (page, files) =>
      wholePage(page, {
        audiences,
        titles: new Map([...listed].map(([name, { title }]) => [name, title])),
        files: { ...files, indexes: [...indexes.keys()] },
      }),
  };
}

function indexOf(parts: readonly FoundPart[]): string {
  const index = new MiniSearch<FoundPart>(searchOptions);
  index.addAll(parts);
  return JSON.stringify(index);
}
