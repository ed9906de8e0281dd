// A page of 20 roles by title, with their pillars. The place is the order of titles; its index gives the page.
MATCH (role:Role)
WHERE role.place >= 0
WITH role
ORDER BY role.place
LIMIT 20
WITH role.title AS title, [(role)-[:APPEARS_IN]->(pillar) | pillar.name] AS pillars
RETURN collect({title: title, pillars: pillars}) AS answer
