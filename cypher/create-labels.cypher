// Makes our other labels known before :Rolegraph. labels(node) and tools that draw nodes sort them by when the database
// first saw each: so the first label of every node is its kind, as long as :Rolegraph comes last. MATCH makes none known,
// the constraint on :Rolegraph does. The node is gone when the transaction ends.
CREATE
  (node:Source:Pillar:OrganizationType:Category:Topic:Responsibility:Role:Appearance:RolegraphGeneration:RolegraphCatalog)
DELETE node
