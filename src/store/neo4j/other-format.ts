import { graphFormat } from '../../graph/structure/graph-data.ts';
import { StoreError } from '../store-error.ts';

/** The failure of reading a generation that another version of Rolegraph wrote. */
export function otherFormat(format: number): StoreError {
  const isNewer = format > graphFormat;
  return new StoreError(
    'DAMAGED',
    `The catalog in Neo4j has format ${format}, written by ${isNewer ? 'a newer' : 'an older'} version of Rolegraph; this ` +
      `version reads format ${graphFormat}. ${isNewer ? wayForward : wayUp}`,
  );
}

const wayForward = 'Upgrade this one: everything that uses one database must be of one version.';

const wayUp =
  'Write it anew: run "rolegraph export-catalog --output catalog.json" with the version that wrote it, then ' +
  '"rolegraph import catalog.json" with this one. The import replaces what is there.';
