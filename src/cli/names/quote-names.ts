/** Advice for names that the shell has split. */
export const quoteNames = 'Quote names of several words.';
