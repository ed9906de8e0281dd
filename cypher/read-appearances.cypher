// Appearances in columns, $rowSize a row, each with the indexes of what it connects. collect() leaves out nulls, so a source
// that is not there is -1, a line, row or hash 0, and an anchor an empty text.
MATCH (appearance:Rolegraph)
WHERE appearance.key STARTS WITH $generation + '/appearance:'
MATCH
  (appearance)-[:OF]->(role),
  (appearance)-[:UNDER]->(category)
OPTIONAL MATCH (appearance)-[statedIn:STATED_IN]->(source)
WITH
  appearance,
  role.place AS role,
  category.place AS category,
  coalesce(source.place, -1) AS source,
  coalesce(statedIn.line, 0) AS line,
  coalesce(appearance.row, 0) AS sheetRow,
  coalesce(appearance.hash, 0) AS hash,
  coalesce(appearance.anchor, '') AS anchor,
  COLLECT {
    MATCH (appearance)-[names:NAMES]->(responsibility)
    RETURN responsibility.place ORDER BY names.position
  } AS responsibilities
RETURN
  appearance.place / $rowSize AS row,
  collect(appearance.place) AS indexes,
  collect(role) AS roles,
  collect(category) AS categories,
  collect(source) AS sources,
  collect(line) AS lines,
  collect(sheetRow) AS rows,
  collect(hash) AS hashes,
  collect(anchor) AS anchors,
  collect(responsibilities) AS responsibilities
