/** Most bytes of one YAML file: 8 MB. */
export const mostYamlBytes = 8 * 1024 * 1024;
/** Most bytes of a JSON document, and of all files of a folder together: 256 MB. */
export const mostDocumentBytes = 256 * 1024 * 1024;
/**
 * Most tokens of one YAML file: keys, texts, and each "-", ":", "," and bracket. A catalog of 8 MB has about two million.
 * Each token takes half a kilobyte of memory, so a file of commas alone would exhaust it.
 */
export const mostYamlMarks = 3_000_000;
/** Deepest nesting of lists and mappings. */
export const mostNesting = 32;
/** Most alias expansions in one YAML file, including those inside other expansions. */
export const mostAliasExpansions = 1_000;
/** Most values that aliases may add to one YAML file. */
export const mostAliasedValues = 1_000_000;
/** Most keys of one mapping; those of a catalog have at most ten. */
export const mostKeys = 1_000;
/** Most values of one document: data that exceeds the limits of a catalog anyway must not fill the memory first. */
export const mostValues = 30_000_000;
/** Most lists and mappings of one document. A catalog within its limits has fewer: an appearance has at most four. */
export const mostCollections = 5_000_000;
/** Most files of a folder. */
export const mostFiles = 10_000;
