import { htmlText } from '../../src/server/pages/html.ts';
import type { Audience } from './navigation.ts';
import type { SitePage } from './site-page.ts';

/** A page of the list. */
export interface Listed {
  readonly title: string;
  readonly description: string;
}

/** The page at /docs/: all pages by audience, each with what is on it. */
export function listPage(audiences: readonly Audience[], listed: ReadonlyMap<string, Listed>): SitePage {
  const group = ({ title, pages }: Audience) =>
    `<section class="audience"><h2>${htmlText(title)}</h2><ul class="cards">${pages.map(item).join('')}</ul></section>`;
  const item = (name: string) => {
    const { title, description } = listed.get(name) ?? { title: name, description: '' };
    return `<li><a href="${htmlText(name)}">${htmlText(title)}</a><p>${htmlText(description)}</p></li>`;
  };
  return {
    address: '',
    title: 'Documentation',
    description: 'What Rolegraph can do, how to ask it, and how to run it.',
    html: `<h1>Documentation</h1>
      <p class="lead">What Rolegraph can do, how to ask it, and how to run it. It is served by this server and belongs to its version.</p>
      ${audiences.map(group).join('\n')}`,
    headings: [],
    place: '',
  };
}
