/** Pages of the server that it may have or not. */
export type Offer = 'graphiql' | 'schema' | 'examples' | 'findings';

/** Whether the server has a page, as it says in the page of the explorer. */
export function isOffered(offer: Offer): boolean {
  const content = document.querySelector('meta[name="rolegraph-offers"]')?.getAttribute('content') ?? '';
  return content.split(' ').includes(offer);
}
