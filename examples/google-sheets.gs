/*
 * Google's servers fetch what a sheet shows, so they must reach your server: an address with https that is not of your own
 * network. Without a script, IMPORTDATA reads the files in CSV:
 *
 *   =IMPORTDATA("https://rolegraph.example.com/graph.nodes.csv?view=roles")
 *   =IMPORTDATA("https://rolegraph.example.com/graph.edges.csv?view=roles&minOverlap=0.3")
 *
 * For any GraphQL query, paste this script into Extensions > Apps Script, and write in a cell:
 *
 *   =ROLEGRAPH("{ pillars { name roleCount } }")
 *   =ROLEGRAPH("{ roles(first: 100) { nodes { title pillarCount pillars { name } } } }")
 */
const server = 'https://rolegraph.example.com';

/**
 * The answer to a GraphQL query as a table: a row for each item of the first list in it, under a row of names.
 *
 * @param {string} query The query, e.g. "{ pillars { name roleCount } }".
 * @return The table.
 * @customfunction
 */
function ROLEGRAPH(query) {
  // The query stands in the address (GET).
  const answer = UrlFetchApp.fetch(`${server}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { Accept: 'application/json' },
    muteHttpExceptions: true,
  });
  const { data, errors } = JSON.parse(answer.getContentText());
  if (errors) throw new Error(errors[0].message);
  const items = firstList(data) ?? [data];
  const names = Object.keys(items[0] ?? {});
  return [names, ...items.map((item) => names.map((name) => cellOf(item[name])))];
}

function firstList(value) {
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return value;
  for (const part of Object.values(value)) {
    const list = firstList(part);
    if (list !== undefined) return list;
  }
  return undefined;
}

function cellOf(value) {
  if (value === null || typeof value !== 'object') return value;
  return (Array.isArray(value) ? value : Object.values(value))
    .map((part) => (part !== null && typeof part === 'object' ? Object.values(part).join(' ') : part))
    .join('; ');
}
