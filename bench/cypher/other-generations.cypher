// Removes a part of what is not of the current generation; returns how many nodes.
MATCH (catalog:RolegraphCatalog)
MATCH (node:Rolegraph)
WHERE
  NOT node:RolegraphCatalog
  AND NOT node.key STARTS WITH catalog.generation + '/'
  AND node.key <> catalog.key + '/' + catalog.generation
WITH node
LIMIT 10000
DETACH DELETE node
RETURN count(*) AS removed
