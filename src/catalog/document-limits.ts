/** Most bytes of one YAML file: 8 MB. */
export const mostYamlBytes = 8 * 1024 * 1024;
/** Most bytes of a JSON document, and of all files of a folder together: 256 MB. */
export const mostDocumentBytes = 256 * 1024 * 1024;
/**
 * Most words and marks of one YAML file: keys, texts, and each "-", ":", "," and bracket. A catalog of 8 MB has some two
 * million; a file of nothing but commas would fill the memory, half a kilobyte each.
 */
export const mostYamlMarks = 3_000_000;
/** Most lists and mappings inside each other. */
export const mostNesting = 32;
/** Most times that the aliases of one YAML file are replaced by what they stand for, those inside others included. */
export const mostAliasExpansions = 1_000;
/** Most values that aliases may add to one YAML file. */
export const mostAliasedValues = 1_000_000;
/** Most keys of one mapping; a catalog has none with more than ten. */
export const mostKeys = 1_000;
/** Most values of one document; what does not fit a catalog's limits anyway shall not fill the memory first. */
export const mostValues = 30_000_000;
/** Most lists and mappings of one document. No catalog within its limits has as many: an appearance has four at most. */
export const mostCollections = 5_000_000;
/** Most files in a folder that are read. */
export const mostFiles = 10_000;
