// Of each pillar the first 100 roles by title, and how many there are: the degree of the pillar.
MATCH (pillar:Pillar)
WITH pillar ORDER BY pillar.place
CALL (pillar) {
  MATCH (pillar)<-[:APPEARS_IN]-(role)
  WITH role ORDER BY role.place LIMIT 100
  RETURN collect(role.title) AS titles
}
RETURN collect({name: pillar.name, total: COUNT { (pillar)<-[:APPEARS_IN]-() }, titles: titles}) AS answer
