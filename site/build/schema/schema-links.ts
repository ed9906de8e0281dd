import type { GraphQLSchema } from 'graphql';
import { relativeTo } from '../link.ts';
import type { Links } from '../markdown.ts';
import { schemaPage } from '../navigation.ts';
import { htmlText } from '../../../src/server/pages/html.ts';
import { membersOf } from './type-members.ts';

/** Addresses of types and of their parts, relative to a page of the reference, and those in descriptions. */
export interface SchemaLinks extends Links {
  /** Undefined for what has no page, such as String. */
  readonly type: (name: string) => string | undefined;
  /** What a piece of code in a description leads to, e.g. `Role` or `Catalog.sources`. */
  readonly code: (text: string) => string | undefined;
}

/** Links of descriptions where only their text is wanted. */
export const noLinks: Links = { link: (_, html) => html, image: (href) => href };

/** The address of the page of a type below /docs/. */
export function typeAddress(name: string): string {
  return `${schemaPage}/${name}`;
}

/**
 * @param page the address of the page, below /docs/.
 * @param paged the names of the types that have a page.
 */
export function schemaLinks(schema: GraphQLSchema, paged: ReadonlySet<string>, page: string): SchemaLinks {
  const type = (name: string) => (paged.has(name) ? relativeTo(page, typeAddress(name)) : undefined);
  return {
    type,
    link: (href, html) => `<a href="${htmlText(href)}">${html}</a>`,
    image: (href) => href,
    code: (text) => {
      const [, name = '', part] = /^([A-Z]\w*)(?:\.(\w+))?$/.exec(text) ?? [];
      const address = type(name);
      if (address === undefined || part === undefined) return address;
      const isMember = membersOf(schema.getType(name)).some((member) => member.name === part);
      return isMember ? `${address}#${part}` : undefined;
    },
  };
}
