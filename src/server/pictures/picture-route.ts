import type { Config } from '../../config/config.ts';
import { askedPicture, splitPictureAddress } from '../../exchange/pictures/picture-address.ts';
import type { PictureKind } from '../../exchange/pictures/picture-kind.ts';
import { pictureKinds } from '../../exchange/pictures/picture-kinds.ts';
import { addressedFileRoute, type FileRouteParts } from '../files/addressed-file-route.ts';
import { Places } from '../files/places.ts';
import type { Route } from '../http/exchange.ts';
import { sendPicture } from './send-picture.ts';

export interface PictureRouteParts extends FileRouteParts, Pick<Config, 'fileLimits'> {}

/**
 * Pictures of the catalog: the paths /picture/<kind>.<ending> and /picture/<parameter>/…/<kind>.<ending>.
 *
 * @param kinds those that there are.
 */
export function pictureRoute(parts: PictureRouteParts, kinds: readonly PictureKind[] = pictureKinds): Route {
  const places = new Places(parts.fileLimits.places);
  const pngPlaces = new Places(1);
  return addressedFileRoute(parts, {
    exposedHeaders: [],
    fileAt: ({ path, query }, stored, graph) => {
      const asked = askedPicture(splitPictureAddress(path, query), kinds);
      const steps = asked.kind.picture(graph, asked.parameters);
      return {
        isText: asked.format.ending !== 'png',
        dependsOn: '',
        send: (exchange, sending) =>
          sendPicture(exchange, { asked, steps, stored, graph, ...sending }, { ...parts, places, pngPlaces }),
      };
    },
  });
}
