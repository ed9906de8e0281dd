// Where a drawing has the nodes of some kinds, in columns, one row a kind. Nodes that were stored without a layout are left out.
UNWIND $kinds AS kind
MATCH (node:Rolegraph)
WHERE node.key STARTS WITH $generation + '/' + kind + ':' AND node.community IS NOT NULL
RETURN
  kind,
  collect(node.place) AS indexes,
  collect(node.x) AS x,
  collect(node.y) AS y,
  collect(node.community) AS communities
