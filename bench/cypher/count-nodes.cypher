// How many nodes there would be to draw.
MATCH (node:Rolegraph)
RETURN
  count(CASE WHEN node:Pillar OR node:OrganizationType OR node:Category OR node:Role THEN 1 END) AS withoutResponsibilities,
  count(CASE WHEN node:Responsibility THEN 1 END) AS responsibilities
