/**
 * Replaces full-width digits, letters, ． and ％ by half-width ones, one code unit by one, so spans stay valid.
 * Other punctuation stays full-width: it ends clauses.
 */
export const toHalfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ．％]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
