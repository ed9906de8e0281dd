/** Marks above and below letters, and characters that only steer how others are drawn. */
const withoutWidth = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/v;
const emoji = /\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/v;

/** Typical widths of the letters of writing systems, as multiples of the size of the font. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]$/v, 0.6],
  [
    /^[\p{Script=Hebrew}\p{Script=Thai}\p{Script=Lao}\p{Script=Georgian}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/v,
    0.65,
  ],
  [
    /^[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Armenian}\p{Script=Ethiopic}]$/v,
    0.8,
  ],
];
/** Of Chinese, Japanese and Korean, as these are square, and of signs of all kinds. */
const squareWidth = 1;
/** From the radicals of Chinese to the syllables of Korean. Asked first, because asking Unicode's tables takes longer. */
const isSquare = /^[\u2e80-\ud7ff]$/;
const emojiWidth = 1.3;

/**
 * About how wide a grapheme is that our font does not have, as a multiple of the size. Nobody knows which font of the reader
 * draws it; the SVG asks for exactly this width.
 */
export function widthOutsideFont(grapheme: string): number {
  if (isSquare.test(grapheme)) return squareWidth;
  if (emoji.test(grapheme)) return emojiWidth;
  let width = 0;
  for (const character of grapheme) {
    if (withoutWidth.test(character)) continue;
    width += letterWidths.find(([letters]) => letters.test(character))?.[1] ?? squareWidth;
  }
  return width;
}
