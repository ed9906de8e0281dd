import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import graphql from 'highlight.js/lib/languages/graphql';
import ini from 'highlight.js/lib/languages/ini';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { htmlText } from '../../src/server/pages/html.ts';
import { cypher } from './cypher-language.ts';

const languages = { bash, cypher, graphql, ini, javascript, json, python, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language);
highlighter.registerAliases(['sh'], { languageName: 'bash' });
highlighter.registerAliases(['html'], { languageName: 'xml' });

/** Signs of which drawings in text are made: such a drawing may not be wrapped. */
const drawing = /[\u2500-\u257f\u2580-\u259f]/;

/**
 * A block of code, as HTML. What does not fit is scrolled, also by the keyboard.
 *
 * @param info what stands after the fence, e.g. "yaml ours/catalog.yaml": the language and a caption; '' if nothing does.
 */
export function codeBlock(text: string, info: string): string {
  const [language = '', ...rest] = info.split(/\s+/);
  const caption = rest.join(' ');
  const code =
    highlighter.getLanguage(language) === undefined
      ? htmlText(text)
      : highlighter.highlight(text, { language, ignoreIllegals: true }).value;
  const label = htmlText(caption || codeLabel(language));
  const block = `<pre class="${drawing.test(text) ? 'scrolls drawing' : 'scrolls'}" tabindex="0" role="group" aria-label="${label}"><code>${code}</code></pre>`;
  return caption === '' ? block : `<figure class="file"><figcaption>${htmlText(caption)}</figcaption>${block}</figure>`;
}

const labels: Readonly<Record<string, string>> = {
  graphql: 'GraphQL',
  json: 'JSON',
  yaml: 'YAML',
  cypher: 'Cypher',
  mermaid: 'Mermaid',
};

function codeLabel(language: string): string {
  return labels[language] ?? 'Code';
}
