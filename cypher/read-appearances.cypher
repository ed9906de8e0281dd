// Appearances in columns, $rowSize a row, each with the indexes of what it connects.
MATCH (appearance:Rolegraph)
WHERE appearance.key STARTS WITH $generation + '/appearance:'
MATCH
  (appearance)-[:OF]->(role),
  (appearance)-[:UNDER]->(category),
  (appearance)-[statedIn:STATED_IN]->(source)
WITH
  appearance,
  role.place AS role,
  category.place AS category,
  source.place AS source,
  statedIn.line AS line,
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
  collect(responsibilities) AS responsibilities
