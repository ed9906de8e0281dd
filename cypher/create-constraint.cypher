// The only constraint, and with it the only index: every node of Rolegraph is found by its key.
CREATE CONSTRAINT rolegraph_key IF NOT EXISTS
FOR (node:Rolegraph) REQUIRE node.key IS UNIQUE
