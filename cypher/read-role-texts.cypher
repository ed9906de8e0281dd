// The texts of every role, $rowSize a row.
MATCH (role:Rolegraph)
WHERE role.key STARTS WITH $generation + '/role:'
RETURN role.place / $rowSize AS row, collect([role.place, null, role.summary, null, null]) AS texts
