/** Why an update cannot be made; a sentence or several that say what to do. */
export class UpdateError extends Error {}
