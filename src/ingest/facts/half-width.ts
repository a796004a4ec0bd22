/**
 * Full-width digits, letters, ． and ％ as half-width ones, unit by unit, so that spans stay what they are.
 * Punctuation stays full-width: it ends clauses.
 */
export const toHalfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ．％]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
