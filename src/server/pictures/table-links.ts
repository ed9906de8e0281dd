import { csvFormat, svgFormat } from '../../exchange/pictures/picture-formats.ts';
import { pictureAddress, type AskedPicture } from '../../exchange/pictures/picture-address.ts';
import type { TableLinks } from './table-page.ts';

/**
 * Where a page with a table finds the same in other forms.
 *
 * @param url of the page. The addresses are relative to it, because a proxy may serve everything under a path of its own.
 */
export function tableLinks({ kind, parameters }: AskedPicture, url: string): TableLinks {
  const [path = ''] = url.split('?');
  const up = '../'.repeat(path.split('/').length - 2);
  const [picture, csv] = [svgFormat, csvFormat].map((format) => pictureAddress(kind, format, parameters));
  return { picture: `${up}${(picture ?? '').slice(1)}`, csv: `${up}${(csv ?? '').slice(1)}`, pictures: `${up}picture` };
}
