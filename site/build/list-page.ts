import { htmlText } from '../../src/server/pages/html.ts';
import type { Audience } from './navigation.ts';
import type { SitePage } from './site-page.ts';

const description = 'What Rolegraph can do, how to ask it, and how to run it.';

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
    const page = listed.get(name) ?? { title: name, description: '' };
    return `<li><a href="${htmlText(name)}">${htmlText(page.title)}</a><p>${htmlText(page.description)}</p></li>`;
  };
  return {
    address: '',
    title: 'Documentation',
    description,
    html: `<h1>Documentation</h1>
      <p class="lead">${description} It is served by this server and belongs to its version.</p>
      ${audiences.map(group).join('\n')}`,
    headings: [],
    place: '',
  };
}
