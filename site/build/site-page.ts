import type { Heading } from './rendered.ts';

/** A page of the site, without what all pages have around it. */
export interface SitePage {
  /** Below /docs/, e.g. "overlap" or "schema/Role"; '' is the list of all pages. */
  readonly address: string;
  readonly title: string;
  /** One sentence about it; '' if there is none. */
  readonly description: string;
  readonly html: string;
  /** What its table of contents lists. */
  readonly headings: readonly Heading[];
  /** The page of the navigation that it belongs to: its own name, or that of the page above it. */
  readonly place: string;
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
}

export interface PageLink {
  readonly address: string;
  readonly title: string;
}

/** A part of a page that can be found. */
export interface FoundPart {
  /** Below /docs/, with the anchor, e.g. "overlap#two-roles". */
  readonly id: string;
  /** Its heading. */
  readonly title: string;
  /** The title of the page that it is on; '' if that is its own. */
  readonly page: string;
  readonly text: string;
}
