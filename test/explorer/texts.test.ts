import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';

/** Attributes whose values people read or hear. */
const readAttributes = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'aria-description',
  'aria-valuetext',
]);

/** The texts in a file that a page would show: between tags, and in attributes. */
function textsIn(fileName: string, code: string): readonly string[] {
  const found: string[] = [];
  const note = (text: string) => {
    const withoutEntities = text.replaceAll(/&#?\w+;/g, '');
    if (/\p{L}/u.test(withoutEntities)) found.push(`${fileName}: ${text.trim()}`);
  };
  const noteLiterals = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) note(node.text);
    else if (ts.isTemplateExpression(node))
      note([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' '));
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(noteLiterals);
    else if (ts.isParenthesizedExpression(node)) noteLiterals(node.expression);
    else if (ts.isBinaryExpression(node)) noteLiterals(node.right);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) noteLiterals(node.expression);
    if (ts.isJsxAttribute(node) && readAttributes.has(node.name.getText()) && node.initializer) {
      noteLiterals(
        ts.isJsxExpression(node.initializer) ? (node.initializer.expression ?? node.initializer) : node.initializer,
      );
    }
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(fileName, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test('finds texts that are not in words.ts', () => {
  const code = `
    const a = <p title="Title" class="card">Text {isOn ? 'on' : words.off} {count > 1 && \`\${count} roles\`} · {'—'}</p>;
  `;
  expect(textsIn('a.tsx', code)).toEqual(['a.tsx: Title', 'a.tsx: Text', 'a.tsx: on', 'a.tsx: roles']);
});

test('all texts of the explorer are in words.ts, so that another language needs that file only', async () => {
  const folder = join(packageFolder(), 'explorer');
  const found: string[] = [];
  for await (const file of glob('**/*.tsx', { cwd: folder })) {
    found.push(...textsIn(file, await readFile(join(folder, file), 'utf8')));
  }
  expect(found).toEqual([]);
});
