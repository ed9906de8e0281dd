import type { EndpointPlugin } from '../server-context.ts';

/**
 * The entity tag of the answer to a GET, made of the key of its request. It is weak, which means "the same answer" and not
 * "the same bytes": a server on another machine may compress differently.
 */
export function entityTag(key: string): string {
  return `W/"${key}"`;
}

/**
 * Whether a client has this answer already.
 *
 * @param given the request's If-None-Match. "*" matches nothing: whether there is an answer without errors is not known before
 * the query is executed.
 */
export function isKnown(tag: string, given: string | undefined): boolean {
  return given?.includes(tag.slice('W/'.length)) === true;
}

/** Answers 304 before anything is parsed. Yoga is asked nevertheless, because it adds the headers of CORS. */
export const revalidation: EndpointPlugin = {
  onRequest(payload) {
    const { serverContext, fetchAPI } = payload;
    if (serverContext.isKnown) payload.endResponse(new fetchAPI.Response(null, { status: 304 }));
  },
};
