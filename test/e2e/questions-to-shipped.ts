import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { questionOf, type Question } from './neo4j-under-load.ts';

/** Some need texts from the store, some only what the server holds; the last needs all texts at its first time. */
const queries = [
  '{ catalog { name version revision roleCount responsibilityCount appearanceCount } }',
  '{ pillars { id name roleCount } topics { id name } }',
  '{ roles(first: 30) { totalCount nodes { title summary } } }',
  '{ roles(last: 5, filter: { pillarCount: { min: 2 } }) { nodes { title pillars { name } overlaps(first: 5) { totalCount nodes { title } } } } }',
  '{ role(by: { title: "SRE" }) { title summary appearances { titles summary note source { line } } } }',
  '{ overlap(of: ["pillar:reliability", "pillar:security"]) { groups { name } roles(first: 10) { nodes { title summary } } } }',
  '{ roles(first: 100) { nodes { slug appearances { titles summary note } } } }',
  '{ search(query: "backup", first: 5) { totalCount edges { label matched kind } } }',
];

/** Questions of every kind to the catalog that ships, with their answers. */
export async function questionsToShipped(): Promise<readonly Question[]> {
  const catalog = await shippedCatalog();
  return Promise.all(queries.map((query) => questionOf(query, [catalog])));
}
