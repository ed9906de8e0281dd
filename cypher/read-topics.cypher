MATCH (topic:Rolegraph)
WHERE topic.key STARTS WITH $generation + '/topic:'
RETURN topic.place AS index, topic.slug AS slug, topic.name AS name
