/** On every answer, whatever it holds. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/**
 * The Content-Security-Policy of a page. By default the page may load nothing, no other site may frame it, and it may
 * not submit forms; `sources` adds what it needs.
 *
 * @param sources by directive, e.g. { 'script-src': "'self'" }.
 */
export function pageHeaders(sources: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const directives = {
    'default-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    ...sources,
  };
  return {
    'Content-Security-Policy': Object.entries(directives)
      .map(([directive, source]) => `${directive} ${source}`)
      .join('; '),
  };
}
