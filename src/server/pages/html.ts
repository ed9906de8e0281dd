import { pageFile } from './page-file.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, in an element or a quoted attribute. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A value as JSON that can be embedded in a script element. */
export function htmlJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The icon of our pages: three nodes and what connects them. The pages contain it, so that nothing has to be fetched. */
export const iconSvg = pageFile('icon.svg').trimEnd();

const iconAddress = `data:image/svg+xml;base64,${Buffer.from(iconSvg).toString('base64')}`;

export interface PageParts {
  readonly title: string;
  /** The elements of the head that only this page has. */
  readonly head: string;
  /** The body element. */
  readonly body: string;
}

/** The Content-Type of a page. */
export const htmlType = 'text/html; charset=utf-8';

/** A page. Its addresses must be relative, so that a proxy can serve it under a path of its own. */
export function htmlPage({ title, head, body }: PageParts): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="${iconAddress}">
    ${head}
  </head>
  ${body}
</html>
`;
}

/**
 * The Content-Security-Policy of a page, and how long it is cached. By default the page may load nothing, no other site
 * may frame it, and it may not submit forms; `sources` adds what it needs.
 *
 * @param sources by directive, e.g. { 'script-src': "'self'" }.
 */
export function policyHeaders(sources: Readonly<Record<string, string>>) {
  const policy = {
    'default-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    ...sources,
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([directive, source]) => `${directive} ${source}`)
      .join('; '),
    'Cache-Control': 'no-cache',
  };
}
