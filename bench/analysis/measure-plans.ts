import { invitePlan } from '../../src/analysis/invites/invite-plan.ts';
import { coverageUnits } from '../../src/analysis/coverage/coverage-item.ts';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { median, percentile } from '../measure/percentiles.ts';
import { progress } from '../progress.ts';
import { catalogOf, titleOf, type ScaleName } from '../scales.ts';

/** Without a limit, and with limits that are too low for most groups. */
const limits = [undefined, 3, 5, 10] as const;

/** What was measured of all plans of a scale that differ in their groups, units and limits. */
export interface PlansOfScale {
  readonly scale: ScaleName;
  readonly planCount: number;
  /** How many were proven to be optimal. */
  readonly optimalCount: number;
  /** Of those that were not, what was found. */
  readonly notProven: readonly string[];
  /** CPU time of one plan, in ms. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Makes plans for every group, for neighbouring pillars, and for all groups of a kind, by each unit and with each limit. */
export async function measurePlans(scale: ScaleName, folder: string): Promise<PlansOfScale> {
  progress(`${titleOf(scale)}: making plans`);
  const { catalog } = await readCatalog(await catalogOf(scale, 1, folder));
  if (catalog === undefined) throw new Error(`the catalog of ${titleOf(scale)} cannot be read`);
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const times: number[] = [];
  const notProven: string[] = [];
  for (const groups of groupsToCover(graph)) {
    for (const unit of coverageUnits) {
      for (const maxInvites of limits) {
        const request = {
          groups,
          from: 'CATALOG',
          unit,
          mustInclude: [],
          exclude: [],
          ...(maxInvites && { maxInvites }),
        } as const;
        const before = process.cpuUsage();
        const { optimal, size, lowerBound, coveredCount, upperBound } = runToCompletion(invitePlan(graph, request));
        const { user, system } = process.cpuUsage(before);
        times.push((user + system) / 1_000);
        if (optimal) continue;
        const names = groups.length > 2 ? `${groups.length} groups` : groups.map(({ label }) => label).join(' and ');
        const found =
          coveredCount < upperBound
            ? `${coveredCount} items where no plan covers more than ${upperBound}`
            : `${size} roles where none has fewer than ${lowerBound}`;
        notProven.push(`${names} by ${unit.toLowerCase()}: ${found}`);
      }
    }
  }
  return {
    scale,
    planCount: times.length,
    optimalCount: times.length - notProven.length,
    notProven,
    ...{ p50: median(times), p99: percentile(times, 0.99), most: Math.max(...times) },
  };
}

function groupsToCover(graph: CatalogGraph): readonly (readonly RoleGroup[])[] {
  const { pillars, categories, organizationTypes } = graph;
  return [
    ...[...pillars, ...categories, ...organizationTypes].map((group) => [group]),
    ...pillars.slice(1).map((pillar, index) => pillars.slice(index, index + 1).concat(pillar)),
    pillars,
    organizationTypes,
    [...pillars, ...organizationTypes],
  ];
}
