/** How many entries an import added, changed and removed. */
export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A catalog that the server has, and how it differs from the one that is shown, as far as that is known. */
export interface NewerCatalog {
  /** How many imports came after the one that is shown; null if it is not known. */
  readonly importCount: number | null;
  readonly importedBy: string | null;
  /** Of the import after the one that is shown. Null if there were several, whose counts do not add up, or if it is not known. */
  readonly counts: ChangeCounts | null;
}
