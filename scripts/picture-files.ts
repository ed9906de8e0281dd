import type { Catalog } from '../src/catalog/catalog.ts';
import { readSvgFonts } from '../src/drawing/font/font-files.ts';
import { askedPicture, splitPictureAddress } from '../src/exchange/pictures/picture-address.ts';
import { pictureKinds } from '../src/exchange/pictures/picture-kinds.ts';
import { footOf, svgPicture } from '../src/exchange/pictures/svg-picture.ts';
import { CatalogGraph } from '../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../src/scheduling/steps.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The pictures in README and docs, of the catalog that ships: the names of their files, and their addresses. */
const documentedPictures = {
  'board-wide': '/picture/board.svg?width=1440',
  board: '/picture/board.svg?width=1000',
  upset: '/picture/upset.svg?width=1000',
  heatmap: '/picture/heatmap.svg?width=900',
  matrix: '/picture/matrix.svg?minGroups=2&width=900',
  'matrix-universal': '/picture/matrix.svg?universal=true&width=900',
  'matrix-both-reviews': '/picture/matrix.svg?inAll=Security,Reliability&width=900',
  neighbourhood: '/picture/neighbourhood.svg?of=role:devops-engineer&width=1000',
  'neighbourhood-data-governance': '/picture/neighbourhood.svg?of=role:data-governance-manager&width=900',
  plan: '/picture/plan.svg?cover=Security&max=8&width=1000',
  paths: '/picture/paths.svg?from=role:chaos-engineering-specialist&to=role:finance-analyst&width=1000',
  'upset-organizations': '/picture/upset.svg?kind=ORGANIZATION_TYPE&width=900',
} as const;

/** The pictures as files. Their feet have no day, so that they only change with the catalog and the code. */
export async function pictureFiles(catalog: Catalog): Promise<readonly GeneratedFile[]> {
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const fonts = await readSvgFonts();
  return Object.entries(documentedPictures).map(([name, address]) => {
    const [path = '', query = ''] = address.split('?');
    const { kind, options, parameters } = askedPicture(splitPictureAddress(path, query), pictureKinds);
    const picture = runToCompletion(kind.picture(graph, parameters));
    const { svg } = runToCompletion(svgPicture(picture, options, footOf(graph, null, address), fonts));
    return { path: `docs/images/${name}.svg`, content: svg };
  });
}
