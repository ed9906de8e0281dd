import { testDocument } from '../support/documented-queries.ts';

testDocument('README.md');
testDocument('docs/getting-started.md');
