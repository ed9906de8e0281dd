// Whether an engine that is not Neo4j writes labels, relationships and properties by FOREACH, and sees them in the same
// statement. The node is gone when the transaction ends.
CREATE (node:Rolegraph)
SET node += {place: 1}
FOREACH (_ IN CASE node.place WHEN 1 THEN [1] ELSE [] END | SET node:Role)
FOREACH (line IN [7] | FOREACH (end IN [node] | CREATE (node)-[:STATED_IN {line: line}]->(end)))
WITH node, node:Role AND COUNT { (node)-[:STATED_IN {line: 7}]->() } = 1 AS holds
DETACH DELETE node
RETURN holds
