import type { Route } from '../exchange.ts';
import { graphqlErrorAnswer, send } from '../respond.ts';
import { addressTooLong, largestRequest } from './body-limit.ts';
import { createEndpoint, type EndpointParts } from './endpoint.ts';

/** GraphQL over HTTP; to browsers that open it as a page, the page. */
export function graphqlRoute(parts: EndpointParts, page: Route['answer']): Route {
  const endpoint = createEndpoint(parts);
  const methods = ['GET', 'HEAD', 'POST'];
  return {
    methods: parts.corsOrigins.length > 0 ? [...methods, 'OPTIONS'] : methods,
    answer: async (exchange) => {
      const { request, response, record } = exchange;
      const { method, headers, url = '' } = request;
      const isRead = method === 'GET' || method === 'HEAD';
      response.setHeader('Vary', 'Accept');
      if (Buffer.byteLength(url) > largestRequest) {
        send(response, graphqlErrorAnswer(414, 'BAD_REQUEST', addressTooLong));
      } else if (!URL.canParse(`http://${headers.host ?? 'localhost'}${url}`)) {
        send(response, graphqlErrorAnswer(400, 'BAD_REQUEST', 'The Host header of the request is no host.'));
      } else if (isRead && headers.accept?.includes('text/html') === true) {
        await page(exchange);
      } else {
        // Node leaves the body out by itself; to Yoga, HEAD is no GraphQL request.
        if (isRead) request.method = 'GET';
        await endpoint(request, response, { record });
      }
    },
  };
}
