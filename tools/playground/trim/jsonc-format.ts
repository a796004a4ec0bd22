// A Prettier plugin for the variables and headers panes, in place of prettier/parser-babel and
// prettier/plugins/estree: those are 535 KB and would only ever format JSON here.
import { applyEdits, format } from 'jsonc-parser';
import type { Parser, Printer } from 'prettier';

const parser: Parser<string> = {
  parse: (text) => text,
  astFormat: 'jsonc-text',
  locStart: () => 0,
  locEnd: (text) => text.length,
};

const printer: Printer<string> = {
  print: ({ node }) => applyEdits(node, format(node, undefined, { tabSize: 2, insertSpaces: true })),
};

export const parsers = { jsonc: parser };
export const printers = { 'jsonc-text': printer };
