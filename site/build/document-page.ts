import { htmlText } from '../../src/server/pages/html.ts';
import type { SourceDocument } from './documents.ts';
import { relativeTo, serverAddressFrom, targetOf, type NamedPage, type Target } from './link.ts';
import { rendered, type Rendered } from './rendered.ts';

export interface DocumentPage extends Rendered {
  readonly name: string;
  /** The path of its file in the project. */
  readonly path: string;
  readonly title: string;
  /** Where its links and pictures lead, each with the address that the file has. */
  readonly targets: readonly { readonly href: string; readonly target: Target }[];
}

/** @param pages all of them, by the paths of their files. */
export function documentPage(
  { name, path, title, markdown }: SourceDocument,
  pages: ReadonlyMap<string, NamedPage>,
): DocumentPage {
  const targets: { readonly href: string; readonly target: Target }[] = [];
  const lookUp = (href: string): Target => {
    const target = targetOf(href, path, pages);
    targets.push({ href, target });
    return target;
  };
  const page = rendered(markdown, {
    link: (href, html) => linkTo(lookUp(href), html, name),
    image: (href) => addressOf(lookUp(href), name) ?? href,
  });
  return { ...page, name, path, title, targets };
}

/** The name of a file, as it is read on GitHub. */
const fileName = /^(?:<code>)?[\w./-]+\.(?:md|graphql)(?:<\/code>)?$/;

/**
 * A link as HTML. Where it says the name of a file that is a page here, it says the title of the page. The name of a file that is not
 * served stands after what the link says, unless it is the name.
 */
function linkTo(target: Target, html: string, page: string): string {
  const address = addressOf(target, page);
  if (address !== undefined) {
    const text = target.kind === 'PAGE' && fileName.test(html) ? htmlText(target.title) : html;
    return `<a href="${htmlText(address)}">${text}</a>`;
  }
  const path = target.kind === 'NAME' ? target.path : '';
  const isNamed = /^(?:<code>)?[\w./-]+(?:<\/code>)?$/.test(html) && html.includes(path);
  return isNamed ? `<code>${htmlText(path)}</code>` : `${html} (<code>${htmlText(path)}</code>)`;
}

/** Relative to a page; undefined for what is not served. */
function addressOf(target: Target, page: string): string | undefined {
  switch (target.kind) {
    case 'ELSEWHERE':
      return target.url;
    case 'SERVER':
      return serverAddressFrom(page, target.address);
    case 'PAGE': {
      const anchor = target.anchor === '' ? '' : `#${target.anchor}`;
      return target.page === page && anchor !== '' ? anchor : relativeTo(page, target.page) + anchor;
    }
    case 'FILE':
      return relativeTo(page, target.path);
    case 'NAME':
      return undefined;
  }
}
