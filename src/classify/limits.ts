/** Longer texts (UTF-16 code units) are not looked at and say so with `unscanned`. Here by itself: who only asks for it need not load what looks. */
export const MAX_TEXT_UNITS = 8 * 1024 * 1024;
