import type { CatalogFacts } from '../../state/questions/catalog-questions.ts';
import type { Cell, Table } from '../../state/table.ts';
import { list, percent } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import type { Health } from './health.ts';
import { raciFindings } from './raci-findings.ts';
import { factsOf } from './sources.tsx';

const { tables: own, raci: raciWords, health: healthWords, sources: sourceWords } = words.catalogPage;

/** The page about a catalog as tables: what needs attention first, because that is what somebody works on. */
export function catalogTables(facts: CatalogFacts, health: Health): readonly Table[] {
  const { catalog } = facts;
  return [
    {
      title: own.findings,
      columns: [own.finding, own.about, own.detail],
      rows: [...healthRows(health), ...raciRows(facts)],
    },
    {
      title: own.documents,
      columns: [own.slug, sourceWords.document, sourceWords.file, sourceWords.places],
      rows: catalog.sources.map(({ slug, title, document, appearanceCount }) => [
        slug,
        title,
        document,
        appearanceCount,
      ]),
    },
    { title: own.facts, columns: [own.fact, own.value], rows: factsOf(catalog) },
  ];
}

function healthRows(health: Health): readonly (readonly Cell[])[] {
  const { withoutDuties, lonely, maybeOne, neverToldApart, withoutSummary } = health;
  const { kinds } = own;
  const each = (kind: string, roles: readonly { readonly label: string }[]) =>
    roles.map(({ label }): readonly Cell[] => [kind, label, null]);
  return [
    ...each(kinds.withoutDuties, withoutDuties),
    ...each(kinds.lonely, lonely),
    ...maybeOne.map(({ roles, score, sharedDuties }) => [
      kinds.maybeOne,
      list(roles.map(({ label }) => label)),
      healthWords.pair(percent(score), sharedDuties),
    ]),
    ...neverToldApart.map((roles) => [kinds.neverToldApart, list(roles.map(({ label }) => label)), null]),
    ...each(kinds.withoutSummary, withoutSummary),
  ];
}

function raciRows({ raci }: CatalogFacts): readonly (readonly Cell[])[] {
  return raciFindings(raci).flatMap(({ check, rows }) =>
    rows.nodes.map(({ responsibility, roles }) => [
      raciWords.checks[check.check],
      responsibility.name,
      roles.edges
        .map(({ node, involvement }) => `${node.label}: ${list(involvement.map((one) => raciWords.involvement[one]))}`)
        .join('; '),
    ]),
  );
}
