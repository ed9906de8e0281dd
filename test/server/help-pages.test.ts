import { expect, test } from 'vitest';
import { helpPages } from '../../src/server/help-pages.ts';
import { problemOfLink } from '../support/document-links.ts';

test.each([...helpPages])('the help about errors %s is in the documentation', (_, page) => {
  expect(problemOfLink('docs/index.md', page.replace(/^\/docs\//, '').replace(/(?=#|$)/, '.md'))).toBeUndefined();
});
