/**
 * The letters of Kurdish, Persian and Urdu, and those by which Arabic writes what it has no letter
 * for: «ڤيينا», «چاي», «گلگامش», «ڨفصة». They are joined within one font only, so pages with them
 * carry a file with all letters (styles/more-letters.css).
 */
export const MORE_LETTERS = 'پچژڤڨڭگکیھۆڕڵێەٹڈڑںےہ';
