// @ts-check
/*
 * A query in the address of the page, by the parameters that the GraphQL over HTTP specification has for GET: `query`,
 * `variables` and `operationName`. A link to the page is also one for programs, which get the answer.
 */

import { mentionsPeople } from './people.js';

/** Many proxies refuse addresses of more than 8 kB. */
const longestSearch = 8_000;

/**
 * What an address asks for; null if it has no query.
 *
 * @param {string} search of the address, such as '?query=…'.
 * @returns {import('./tabs.js').Asked | null}
 */
export function askedIn(search) {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (query === null || query.trim() === '') return null;
  return {
    query,
    variables: readable(parameters.get('variables')),
    operationName: parameters.get('operationName') || null,
  };
}

/**
 * The search of the address that opens the page with a tab; empty if the tab has no query, if the query is about people, or if
 * the search would be too long.
 *
 * @param {import('./tabs.js').Tab} tab
 */
export function searchFor({ query, variables, operationName }) {
  if (query === null || query.trim() === '' || mentionsPeople(query, variables)) return '';
  const parameters = new URLSearchParams({ query });
  if (variables !== null && variables.trim() !== '') parameters.set('variables', short(variables));
  if (operationName !== null) parameters.set('operationName', operationName);
  const search = `?${parameters.toString().replaceAll('+', '%20')}`;
  return search.length > longestSearch ? '' : search;
}

/**
 * JSON in lines, as people edit it; a text that is not JSON stays as it is.
 *
 * @param {string | null} json
 */
function readable(json) {
  if (json === null || json.trim() === '') return null;
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** @param {string} json which may be incomplete while it is typed. */
function short(json) {
  try {
    return JSON.stringify(JSON.parse(json));
  } catch {
    return json;
  }
}
