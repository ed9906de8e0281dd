import { testDocument } from '../support/engines/documented-queries.ts';

testDocument('README.md');
testDocument('docs/getting-started.md');
