// Pillars, or organization types: what categories are part of.
MATCH (owner:Rolegraph)
WHERE owner.key STARTS WITH $generation + '/' + $kind + ':'
RETURN
  owner.place AS index,
  owner.slug AS slug,
  owner.name AS name,
  owner.externalId AS externalId,
  coalesce(owner.sameAs, []) AS sameAs,
  owner.summary AS summary
