// All titles, for the words to search for.
MATCH (role:Role)
RETURN role.id AS id, role.title AS title
ORDER BY role.place
