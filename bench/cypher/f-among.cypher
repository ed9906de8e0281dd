// The graph of pillars, organization types, categories and the roles $ids; overlaps of at least 0.1.
CALL () {
  MATCH (role:Role)
  WHERE role.id IN $ids
  RETURN
    collect([
      role.id,
      role.title,
      [(role)-[edge:APPEARS_IN|WORKS_IN|IN_CATEGORY]->(target) | [type(edge), target.id, edge.weight]],
      [(role)-[edge:OVERLAPS_WITH]->(target) WHERE edge.weight >= 0.1 AND target.id IN $ids | [target.id, edge.weight]]
    ]) AS roles
}
CALL () {
  MATCH (category:Category)
  RETURN collect([category.id, category.name, [(category)-[:PART_OF]->(owner) | owner.id]]) AS categories
}
CALL () {
  MATCH (pillar:Pillar)
  RETURN
    collect([
      pillar.id,
      pillar.name,
      [(pillar)-[edge:OVERLAPS_WITH]->(target) WHERE edge.weight >= 0.1 | [target.id, edge.weight]]
    ]) AS pillars
}
CALL () {
  MATCH (type:OrganizationType)
  RETURN collect([type.id, type.name]) AS organizationTypes
}
RETURN {roles: roles, categories: categories, pillars: pillars, organizationTypes: organizationTypes} AS answer
