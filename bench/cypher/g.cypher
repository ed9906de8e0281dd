// What every two pillars share, from either side.
MATCH (pillar:Pillar)-[overlap:OVERLAPS_WITH]-(other)
RETURN
  collect({
    pillar: pillar.id,
    other: other.id,
    sharedRoleCount: overlap.sharedRoleCount,
    unionRoleCount: overlap.unionRoleCount,
    jaccard: overlap.jaccard
  }) AS answer
