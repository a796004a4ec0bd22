/** How many words a text has between its blanks. */
export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
