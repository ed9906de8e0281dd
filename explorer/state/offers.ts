/** What the server may have or not: pages; news of imports, to whoever listens; that the reader has signed in, and may sign out. */
export type Offer = 'graphiql' | 'schema' | 'examples' | 'findings' | 'changes' | 'signed-in';

/** Whether the server has something, as it says in the page of the explorer. */
export function isOffered(offer: Offer): boolean {
  const content = document.querySelector('meta[name="rolegraph-offers"]')?.getAttribute('content') ?? '';
  return content.split(' ').includes(offer);
}
