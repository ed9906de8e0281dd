/** What is used of the package, which has no types of its own. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'sfnt' | 'woff2';
    /** OpenType features, e.g. "kern"; all others are left out. */
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
  }

  /** A font of only the characters of a text. */
  export default function subsetFont(font: Uint8Array, text: string, options: SubsetOptions): Promise<Uint8Array>;
}
