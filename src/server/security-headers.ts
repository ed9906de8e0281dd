/** On every answer, whatever it holds. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/**
 * The Content-Security-Policy of a page: nothing is loaded from anywhere unless the page's own sources name it, no other
 * site may frame it, and its forms go nowhere.
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
