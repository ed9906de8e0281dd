// One role with its pillars, categories and responsibilities.
MATCH (role:Role {slug: $slug})
RETURN {
  title: role.title,
  pillars: [(role)-[:APPEARS_IN]->(pillar) | pillar.name],
  categories: [(role)-[:IN_CATEGORY]->(category) | category.name],
  responsibilities: [(role)-[:PERFORMS]->(responsibility) | responsibility.name]
} AS answer
