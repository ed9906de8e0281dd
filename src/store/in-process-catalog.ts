import { randomUUID } from 'node:crypto';
import { itemAt } from '../collections/item-at.ts';
import { onceFulfilled } from '../collections/memoize.ts';
import { CatalogGraph } from '../graph/catalog-graph.ts';
import { indexesOf, type Indexes } from '../graph/indexes/indexes.ts';
import {
  graphFormat,
  type AppearanceText,
  type GraphData,
  type GraphStructure,
  type GraphTexts,
  type TextKeys,
} from '../graph/structure/graph-data.ts';
import { summariesOf, type Summaries } from '../graph/summaries.ts';
import type { RunSteps } from '../scheduling/steps.ts';
import type { StoreKind } from './graph-store.ts';
import { layoutSolver, type SolveLayout } from './layout-solver.ts';
import {
  importerName,
  StoredCatalog,
  type CatalogHeader,
  type ImportRecord,
  type NewCatalogHeader,
} from './stored-catalog.ts';

/** The texts of a catalog, by the index of their responsibility, role or appearance. */
export interface TextSource extends Summaries {
  appearance(index: number): AppearanceText;
}

/** What a catalog consists of. */
export interface CatalogContent {
  readonly structure: GraphStructure;
  /** Computed on demand if absent. */
  readonly indexes?: Indexes;
  readonly texts: TextSource;
}

interface InProcessParts {
  readonly header: CatalogHeader;
  /** Reads the content when it is first needed, and again if that failed. */
  readonly content: () => Promise<CatalogContent>;
  readonly storeKind: StoreKind;
  readonly isShipped?: boolean;
  readonly runSteps: RunSteps;
  /** Computes the layout in this thread, by default. */
  readonly solveLayout?: SolveLayout;
}

/** A catalog that this process holds completely once it is opened: the one that ships, its own import, or one from a file. */
export class InProcessCatalog extends StoredCatalog {
  readonly storeKind: StoreKind;
  readonly isShipped: boolean;
  readonly #content: () => Promise<CatalogContent>;

  constructor(parts: InProcessParts) {
    super(parts.header, parts.runSteps, parts.solveLayout ?? layoutSolver(parts.runSteps));
    this.storeKind = parts.storeKind;
    this.isShipped = parts.isShipped ?? false;
    this.#content = onceFulfilled(parts.content);
  }

  async texts({ responsibilitySummaries, roleSummaries, appearances }: TextKeys): Promise<GraphTexts> {
    const { texts } = await this.#content();
    return {
      responsibilitySummaries: responsibilitySummaries.map((index) => texts.ofResponsibility(index)),
      roleSummaries: roleSummaries.map((index) => texts.ofRole(index)),
      appearances: appearances.map((index) => texts.appearance(index)),
    };
  }

  async summaries(): Promise<Summaries> {
    return (await this.#content()).texts;
  }

  async data(): Promise<GraphData> {
    const { structure } = await this.#content();
    const keys = {
      responsibilitySummaries: [...structure.responsibilities.keys()],
      roleSummaries: [...structure.roles.keys()],
      appearances: [...structure.appearances.role.keys()],
    };
    return { structure, texts: await this.texts(keys) };
  }

  protected async openGraph() {
    const { structure, indexes = indexesOf(structure) } = await this.#content();
    return CatalogGraph.inSteps(structure, indexes);
  }
}

/** The header of a catalog that is imported now, in our format. */
export function newHeader(
  { structure }: GraphData,
  { importedBy = null, changes = null }: Partial<ImportRecord> = {},
): NewCatalogHeader {
  const { revision } = structure;
  return {
    key: randomUUID(),
    revision,
    importedAt: new Date(),
    format: graphFormat,
    importedBy: importerName(importedBy),
    changes,
  };
}

/** A catalog that was made in this process. */
export function catalogInProcess(
  { structure, texts }: GraphData,
  { indexes, ...parts }: Omit<InProcessParts, 'content'> & Pick<CatalogContent, 'indexes'>,
): InProcessCatalog {
  const content: CatalogContent = {
    structure,
    ...(indexes && { indexes }),
    texts: { ...summariesOf(texts), appearance: (index) => itemAt(texts.appearances, index) },
  };
  return new InProcessCatalog({ ...parts, content: () => Promise.resolve(content) });
}

/** The catalog that ships, which is current as long as nothing was imported. */
export function shippedCatalog(
  data: GraphData,
  parts: Pick<InProcessParts, 'storeKind' | 'runSteps' | 'solveLayout'>,
): InProcessCatalog {
  const header = { ...newHeader(data), key: `shipped-${data.structure.revision}`, sequence: 0 };
  return catalogInProcess(data, { ...parts, header, isShipped: true });
}
