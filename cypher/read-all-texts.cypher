// The texts of every responsibility, role or appearance, $rowSize a row. Only appearances have titles, notes and quotes.
MATCH (node:Rolegraph)
WHERE node.key STARTS WITH $generation + '/' + $kind + ':'
RETURN node.place / $rowSize AS row, collect([node.place, node.titles, node.summary, node.note, node.quote]) AS texts
