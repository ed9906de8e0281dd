import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Catalog } from '../catalog/catalog.ts';
import { partsOf } from '../catalog/catalog-parts.ts';
import type { CatalogLocation } from '../catalog/read/read-catalog.ts';
import { textProblem } from '../catalog/text-rules.ts';
import { packageFolder } from '../config/package-folder.ts';
import { quoted } from '../text/quoted-text.ts';
import { UsageError } from './command-error.ts';

/** The word for the catalog that ships, wherever the location of a catalog is taken. */
const shippedWord = 'shipped';

export const locationHelp = `a folder of YAML files, one YAML file, one JSON file, or the word "${shippedWord}"; several are merged`;

/**
 * The locations that a command line gives: its arguments, then those with a prefix.
 *
 * @throws UsageError if there is none.
 */
export function catalogLocations(
  locations: readonly string[],
  prefixed: readonly CatalogLocation[] = [],
): readonly CatalogLocation[] {
  const all = [...locations.map((location) => ({ location: pathOf(location) })), ...prefixed];
  if (all.length > 0) return all;
  throw new UsageError(`No catalog is given. Give a location: ${locationHelp}.`);
}

/** Collects the values of `--prefix`, each "<name>=<location>". */
export function collectPrefixed(given: string, before: readonly CatalogLocation[] = []): readonly CatalogLocation[] {
  const [, prefix = '', location = ''] = /^([^=]*)=(.+)$/s.exec(given) ?? [];
  if (location === '') {
    throw new InvalidArgumentError('Expected NAME=LOCATION, e.g. --prefix ours=our-teams.yaml.');
  }
  if (textProblem(prefix, 'slug') !== undefined) {
    throw new InvalidArgumentError(
      `The prefix ${quoted(prefix)} is not a slug: expected lower case letters, digits and single hyphens, e.g. "ours".`,
    );
  }
  return [...before, { location: pathOf(location), prefix }];
}

/** A file or folder of this name is found as "./shipped". */
function pathOf(location: string): string {
  return location === shippedWord ? join(packageFolder(), 'seed') : location;
}

/** What messages call the locations together. */
export function namesOf(locations: readonly CatalogLocation[]): string {
  return locations.map(({ location }) => location).join(' and ');
}

/** How many sources of each catalog are listed. */
const mostSources = 5;

/** One line for each catalog that was merged, with its name, version and sources; nothing for a catalog of its own. */
export function partLines(catalog: Catalog): string {
  if (catalog.parts === undefined) return '';
  const titles = new Map(catalog.sources.map(({ slug, title }) => [slug, title]));
  return partsOf({ ...catalog, sources: [...titles.keys()] })
    .map(({ name, version, sources }) => {
      const named = sources.slice(0, mostSources).map((slug) => titles.get(slug) ?? slug);
      const more = sources.length > mostSources ? [`${sources.length - mostSources} more`] : [];
      return `  ${name} ${version}: ${[...named, ...more].join(', ') || 'no sources'}\n`;
    })
    .join('');
}
