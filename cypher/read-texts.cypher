// The texts of some roles and appearances by id, $rowSize a row.
UNWIND range(0, size($ids) - 1) AS index
MATCH (node:Rolegraph {key: $generation + '/' + $ids[index]})
RETURN index / $rowSize AS row, collect([node.id, node.titles, node.summary, node.note]) AS texts
