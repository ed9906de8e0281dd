import type { LanguageFn } from 'highlight.js';

const words =
  'call yield match optional where with return as order by asc desc skip limit unwind create merge set remove delete detach ' +
  'distinct and or xor not in is null case when then else end exists count collect union all any none single true false on ' +
  'starts ends contains foreach use constraint index for require unique show drop if';

/** Cypher, the language of queries to Neo4j, which highlight.js does not have: as much as our examples use. */
export const cypher: LanguageFn = (highlighter) => ({
  name: 'Cypher',
  case_insensitive: true,
  keywords: { keyword: words },
  contains: [
    highlighter.C_LINE_COMMENT_MODE,
    highlighter.APOS_STRING_MODE,
    highlighter.QUOTE_STRING_MODE,
    highlighter.C_NUMBER_MODE,
    { scope: 'type', match: /(?<=[(\[|:&!]\s*\w*):[A-Za-z_]\w*/ },
    { scope: 'variable', match: /\$\w+/ },
  ],
});
