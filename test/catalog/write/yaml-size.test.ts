import { expect, test } from 'vitest';
import { mostYamlBytes } from '../../../src/catalog/document-limits.ts';
import { yamlSizeProblem } from '../../../src/catalog/write/yaml-size.ts';

test('a text of 8 MB can be a file of YAML, and one more byte is said with its size', () => {
  expect(yamlSizeProblem('The catalog', 'x'.repeat(mostYamlBytes))).toBeUndefined();
  expect(yamlSizeProblem('The catalog', `${'x'.repeat(mostYamlBytes - 1)}é`)).toBe(
    'The catalog has 8,388,609 bytes as YAML, more than the 8 MB that one YAML file may have.',
  );
});
