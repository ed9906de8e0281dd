// The texts of some roles and appearances by id, $rowSize a row.
// The ids come in a map, because Neo4j makes another plan for every size of a list parameter.
UNWIND range(0, size($wanted.ids) - 1) AS index
MATCH (node:Rolegraph {key: $generation + '/' + $wanted.ids[index]})
RETURN index / $rowSize AS row, collect([node.id, node.titles, node.summary, node.note, node.quote]) AS texts
