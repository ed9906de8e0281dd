MATCH (source:Rolegraph)
WHERE source.key STARTS WITH $generation + '/source:'
RETURN
  source.place AS index,
  source.slug AS slug,
  source.title AS title,
  source.document AS document,
  source.url AS url,
  source.summary AS summary
