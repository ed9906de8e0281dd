// How roles are involved in responsibilities, in columns, $rowSize appearances a row: only where they are not just responsible.
MATCH (appearance:Rolegraph)
WHERE appearance.key STARTS WITH $generation + '/appearance:'
MATCH (appearance)-[involves:NAMES|INVOLVES]->(responsibility)
WHERE involves.involvement IS NOT NULL
RETURN
  appearance.place / $rowSize AS row,
  collect(appearance.place) AS appearances,
  collect(responsibility.place) AS responsibilities,
  collect(involves.position) AS positions,
  collect(involves.involvement) AS involvements
