import { posix } from 'node:path';
import { schemaPage, schemaTitle } from './navigation.ts';

/** What a link in a Markdown file leads to, on the site. */
export type Target =
  /** Another site. */
  | { readonly kind: 'ELSEWHERE'; readonly url: string }
  /** An address of the server itself, without the slash at its beginning, e.g. "graphql". */
  | { readonly kind: 'SERVER'; readonly address: string }
  /** A page of the site, with its title, and the id of a part of it; '' is the whole page. */
  | { readonly kind: 'PAGE'; readonly page: string; readonly title: string; readonly anchor: string }
  /** A file of docs/ that the site has, too, by its path in docs/. */
  | { readonly kind: 'FILE'; readonly path: string }
  /** A file or folder of the project that the site does not have, by its path in the project. */
  | { readonly kind: 'NAME'; readonly path: string };

/** A page, as links name it. */
export interface NamedPage {
  readonly name: string;
  readonly title: string;
}

const theSchema = { name: schemaPage, title: schemaTitle };

/** As documents write the address of a server that was started without settings. */
const localServer = /^http:\/\/(?:127\.0\.0\.1|localhost):4000(?:\/|$)/;

/** Files of docs/ that pages show or offer. */
const servedFile = /^docs\/(.+\.(?:png|svg|csv|json|txt|yaml))$/;

/**
 * @param href as the file has it.
 * @param from the path of the file in the project.
 * @param pages by the paths of their files.
 */
export function targetOf(href: string, from: string, pages: ReadonlyMap<string, NamedPage>): Target {
  if (localServer.test(href)) return { kind: 'SERVER', address: href.replace(localServer, '') };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'ELSEWHERE', url: href };
  const [address = '', anchor = ''] = href.split('#').map(decodeURIComponent);
  const path = address === '' ? from : posix.join(posix.dirname(from), address).replace(/\/$/, '');
  const page = path === 'schema/schema.graphql' ? theSchema : pages.get(path);
  if (page !== undefined) return { kind: 'PAGE', page: page.name, title: page.title, anchor };
  const file = servedFile.exec(path)?.[1];
  return file === undefined ? { kind: 'NAME', path } : { kind: 'FILE', path: file };
}

/**
 * An address relative to a page, because a proxy may serve everything under a path of its own.
 *
 * @param page the address of the page below /docs/, e.g. "schema/Role"; '' is the list of pages.
 * @param address below /docs/.
 */
export function relativeTo(page: string, address: string): string {
  return `${'../'.repeat(page.split('/').length - 1)}${address}` || './';
}

/** The same for an address of the server itself: "" is the first page. */
export function serverAddressFrom(page: string, address: string): string {
  return relativeTo(page, `../${address}`);
}
