import { createHash } from 'node:crypto';
import { htmlType, policyHeaders } from './html.ts';
import { pageFile } from './page-file.ts';

const style = pageFile('home.css');
const styleHash = createHash('sha256').update(style).digest('base64');

/** @param sources what the page loads, see policyHeaders. */
function headersWith(sources: Readonly<Record<string, string>>) {
  return {
    'Content-Type': htmlType,
    ...policyHeaders({ 'style-src': `'sha256-${styleHash}'`, 'img-src': 'data:', ...sources }),
  };
}

/** The style and the headers of the pages that need nothing else: no script, no file. */
export const plainPage = { style, headers: headersWith({}), headersWith };
