// The listed overlaps of roles in columns, one role a row: the driver takes long rows apart much more slowly.
MATCH (role:Rolegraph)
WHERE role.key STARTS WITH $generation + '/role:'
MATCH (role)-[overlap:OVERLAPS_WITH]->(other)
RETURN
  role.place AS start,
  collect(other.place) AS ends,
  collect(overlap.score) AS scores,
  collect(overlap.sharedWeight) AS sharedWeights,
  collect(overlap.totalWeight) AS totalWeights
