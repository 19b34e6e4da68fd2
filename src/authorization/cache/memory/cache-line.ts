/** How many 32-bit words a line of the processor's cache has. */
export const LINE = 16;
/**
 * So many words are left out in front of a block of lines: a large block begins 16 bytes behind a page, where the C library
 * keeps its length. Elsewhere rows are found as well, only slower, each in two lines.
 */
export const LEAD = 12;
