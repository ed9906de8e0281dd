// Roles with all words in their titles, the best 20.
CALL db.index.fulltext.queryNodes('benchRoleTitle', $phrase, {limit: 20}) YIELD node
RETURN collect({id: node.id, title: node.title}) AS answer
