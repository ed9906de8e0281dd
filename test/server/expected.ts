import { expect } from 'vitest';

// vitest's own are of type any.

/** Stands for a text that holds another one. */
export const containing = (text: string): unknown => expect.stringContaining(text);

/** Stands for a text of some form. */
export const matching = (form: RegExp): unknown => expect.stringMatching(form);

/** Stands for any number. */
export const aNumber: unknown = expect.any(Number);
