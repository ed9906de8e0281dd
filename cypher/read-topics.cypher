// Topics. Those that were stored before there were hidden names have none.
MATCH (topic:Rolegraph)
WHERE topic.key STARTS WITH $generation + '/topic:'
RETURN
  topic.place AS index,
  topic.slug AS slug,
  topic.name AS name,
  coalesce(topic.hiddenNames, []) AS hiddenNames,
  topic.externalId AS externalId,
  coalesce(topic.sameAs, []) AS sameAs
