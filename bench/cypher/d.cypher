// A role, its ten strongest overlaps, their pillars and responsibilities.
MATCH (role:Role {slug: $slug})-[overlap:OVERLAPS_WITH]-(other)
WITH role, other, overlap.score AS score
ORDER BY score DESC, other.place
LIMIT 10
WITH
  role,
  collect({
    score: score,
    title: other.title,
    pillars: [(other)-[:APPEARS_IN]->(pillar) | pillar.name],
    responsibilities: [(other)-[:PERFORMS]->(responsibility) | responsibility.name]
  }) AS overlaps
RETURN {title: role.title, overlaps: overlaps} AS answer
