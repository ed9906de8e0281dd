import type { ConvertOptions } from '../../catalog/convert/conversion.ts';
import type { CatalogLocation } from '../../catalog/read/read-catalog.ts';
import type { Config } from '../../config/config.ts';
import { catalogLocations } from '../catalog-locations.ts';
import { UsageError } from '../command-error.ts';
import { convertOptionsOf, type GivenConvertOptions } from '../convert-options.ts';

/** The options of `rolegraph serve` that are about files. */
export interface FileOptions extends GivenConvertOptions {
  readonly prefix?: readonly CatalogLocation[];
  readonly sources?: string;
  readonly watch?: boolean;
}

/** What `rolegraph serve LOCATION` imports, and where that is stored. */
export interface ImportJob {
  readonly locations: readonly CatalogLocation[];
  readonly sources: string | undefined;
  readonly convert: ConvertOptions;
  readonly store: Pick<Config, 'dataFolder' | 'neo4j'>;
}

/**
 * What a command line gives to be imported and served; undefined if it gives no location.
 *
 * @throws UsageError if it gives options that need one.
 */
export function importJobOf(
  given: readonly string[],
  options: FileOptions,
  { dataFolder, neo4j }: Pick<Config, 'dataFolder' | 'neo4j'>,
): ImportJob | undefined {
  const { prefix, sources, watch, map, table } = options;
  if (given.length === 0 && prefix === undefined) {
    const needy =
      watch === true ? '--watch' : map !== undefined ? '--map' : table !== undefined ? '--table' : undefined;
    if (needy === undefined) return undefined;
    throw new UsageError(
      `${needy} needs a location, e.g. "rolegraph serve our-teams/ ${needy}${needy === '--watch' ? '' : ' …'}".`,
    );
  }
  return {
    locations: catalogLocations(given, prefix),
    sources,
    convert: convertOptionsOf(options),
    store: { dataFolder, neo4j },
  };
}
