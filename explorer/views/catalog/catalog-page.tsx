import { useMemo } from 'preact/hooks';
import { type Asked, useAnswer } from '../../state/answers.ts';
import {
  type CatalogFacts,
  type ExaminedRoles,
  catalogAnswers,
  catalogQueryText,
  healthAnswers,
} from '../../state/questions/catalog-questions.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';
import { TakeAlong } from '../take-along.tsx';
import { Editing } from './editing.tsx';
import { Files } from './files.tsx';
import { Counts } from './counts.tsx';
import { catalogTables } from './catalog-tables.ts';
import { type Health, healthOf } from './health.ts';
import { HealthFindings } from './health-findings.tsx';
import { RaciChecks } from './raci-checks.tsx';
import { raciFindings } from './raci-findings.ts';
import { Sources } from './sources.tsx';

const own = words.catalogPage;

/** The catalog itself, for whoever keeps it: what it has, what needs attention, and where it is from. */
export function CatalogPage({ frame }: { readonly frame: Frame | undefined }) {
  const asked = useAnswer(catalogAnswers, 'CATALOG');
  const examined = useAnswer(healthAnswers, 'HEALTH');
  const health = useHealth(examined);
  const facts = asked.status === 'READY' ? asked.data : undefined;
  const title = facts === undefined ? own.loading : titleOf(facts, health);
  usePageTitle(facts === undefined ? own.title : title);
  return (
    <article class="catalog">
      <h1>{title}</h1>
      <p class="lead">{facts === undefined || health === undefined ? '' : leadOf(facts, health)}</p>
      <Files />
      {asked.status === 'FAILED' && <FailureNote failure={asked.failure} retry={asked.retry} />}
      {asked.status === 'LOADING' && <div class="skeleton" aria-busy="true" />}
      {facts !== undefined && (
        <>
          <Counts facts={facts} frame={frame} />
          <HealthFindings asked={examined} health={health} frame={frame} />
          <div class="catalog-side">
            <RaciChecks facts={facts} />
            <Sources facts={facts} />
            <Editing />
          </div>
        </>
      )}
      <TakeAlong
        tables={facts === undefined || health === undefined ? undefined : () => catalogTables(facts, health)}
        query={catalogQueryText}
        variables={{}}
      />
    </article>
  );
}

function useHealth(examined: Asked<ExaminedRoles>): Health | undefined {
  const data = examined.status === 'READY' ? examined.data : undefined;
  return useMemo(() => (data === undefined ? undefined : healthOf(data)), [data]);
}

function titleOf({ catalog: { roleCount, sources } }: CatalogFacts, health: Health | undefined): string {
  if (health === undefined) return own.counting(roleCount, sources.length);
  return own.headline(roleCount, sources.length, health.attentionCount, health.examinedCount === health.roleCount);
}

function leadOf({ catalog, raci }: CatalogFacts, health: Health): string {
  const { lead } = own;
  const { withoutDuties, lonely, maybeOne, attentionCount } = health;
  const toDecide = new Set(
    raciFindings(raci).flatMap(({ rows: { nodes } }) => nodes.map(({ responsibility }) => responsibility.id)),
  );
  const decisions = Math.max(toDecide.size, ...raci.checks.map(({ activityCount }) => activityCount));
  return [
    ...(catalog.responsibilityCount === 0 ? [lead.noDuties] : []),
    ...(withoutDuties.length > 0 ? [lead.withoutDuties(withoutDuties.length)] : []),
    ...(lonely.length > 0 ? [lead.lonely(lonely.length)] : []),
    ...(maybeOne.length > 0 ? [lead.maybeOne(maybeOne.length)] : []),
    ...(attentionCount === 0 && catalog.responsibilityCount > 0 ? [lead.nothing] : []),
    ...(decisions > 0 ? [lead.decide(decisions)] : []),
  ].join(' ');
}
