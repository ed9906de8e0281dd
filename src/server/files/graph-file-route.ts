import type { Config } from '../../config/config.ts';
import { addressedFile, splitAddress } from '../../exchange/address.ts';
import { fileFormats } from '../../exchange/file-formats.ts';
import type { Route } from '../http/exchange.ts';
import { addressedFileRoute, type FileRouteParts } from './addressed-file-route.ts';
import { FileRefusal } from './file-refusal.ts';
import { Places } from './places.ts';
import { sendGraphFile, truncatedHeader } from './send-graph-file.ts';

export interface GraphFileParts extends FileRouteParts, Pick<Config, 'fileLimits' | 'baseIri'> {}

/** Files of the graph: the paths /graph.<ending> and /graph/<parameter>/…/graph.<ending>. */
export function graphFileRoute(parts: GraphFileParts): Route {
  const { fileLimits } = parts;
  const places = new Places(fileLimits.places);
  return addressedFileRoute(parts, {
    exposedHeaders: [truncatedHeader],
    fileAt: ({ path, query }, stored, graph) => {
      const file = addressedFile(splitAddress(path, query), fileFormats, graph);
      return {
        isText: /charset|json/.test(file.format.mediaType),
        dependsOn: `${stored.isLayoutPending} ${fileLimits.elements}`,
        send: async (exchange, sending) => {
          if (!places.take()) throw noPlace(places);
          exchange.response.once('close', () => {
            places.giveBack();
          });
          await sendGraphFile(exchange, { file, stored, graph, ...sending }, parts);
        },
      };
    },
  });
}

function noPlace({ count }: Places): FileRefusal {
  const message =
    `The server makes ${count === 1 ? 'one file' : `${count} files`} of the graph at a time (ROLEGRAPH_MAX_FILES), and all ` +
    `${count === 1 ? 'of that is' : 'of these places are'} taken. Try again in a few seconds.`;
  return new FileRefusal(503, message, { 'Retry-After': '2' });
}
