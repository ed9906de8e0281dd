/** Advises those whose shell took a name apart. */
export const quoteNames = 'Quote names of several words.';
