// Responsibilities in columns, $rowSize a row, with the indexes of their topics. Those that were stored before
// there were hidden names have none.
MATCH (responsibility:Rolegraph)
WHERE responsibility.key STARTS WITH $generation + '/responsibility:'
WITH
  responsibility,
  COLLECT {
    MATCH (responsibility)-[about:ABOUT]->(topic)
    RETURN topic.place ORDER BY about.position
  } AS topics
RETURN
  responsibility.place / $rowSize AS row,
  collect(responsibility.place) AS indexes,
  collect(responsibility.slug) AS slugs,
  collect(responsibility.name) AS names,
  collect(coalesce(responsibility.hiddenNames, [])) AS hiddenNames,
  collect(coalesce(responsibility.externalId, '')) AS externalIds,
  collect(coalesce(responsibility.sameAs, [])) AS sameAs,
  collect(topics) AS topics
