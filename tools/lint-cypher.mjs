// Checks every query file below a folder (../cypher when none is given) without a server: syntax, functions,
// labels, relationship types and property keys (schema.json), and the header against the statement.
//
//   npm --prefix tools run lint:cypher
//   node tools/lint-cypher.mjs some/other/folder

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// The CommonJS build: the package asks for Node 24, but only its ES modules need it.
const require = createRequire(import.meta.url);
const { getDebugTree, lintCypherQuery, testData } = require('@neo4j-cypher/language-support');

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('../cypher', import.meta.url)));
const graph = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8'));
const SUBQUERIES = ['subqueryClause', 'existsExpression', 'countExpression', 'collectExpression'];

const files = readdirSync(root, { recursive: true })
  .filter((file) => file.endsWith('.cypher'))
  .sort();
const findings = files.flatMap((file) =>
  lint(readFileSync(join(root, file), 'utf8'))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, message }) => `${basename(root)}/${file}:${line}:${column} ${message}`),
);

for (const finding of findings) console.log(finding);
if (files.length === 0) console.log(`no .cypher file below ${root}`);
else console.log(`${files.length} query files, ${findings.length || 'no'} findings`);
process.exitCode = files.length > 0 && findings.length === 0 ? 0 : 1;

/** Everything wrong with one query file. Lines and columns count from 1. */
function lint(text) {
  const params = declared(text, '@param');
  const schema = {
    labels: graph.labels,
    relationshipTypes: graph.relationshipTypes,
    propertyKeys: graph.propertyKeys,
    parameters: Object.fromEntries(params.map(({ name }) => [name, ''])),
    functions: testData.mockSchema.functions, // the built-in ones of Neo4j 5, as the package was tested with
    defaultLanguage: 'CYPHER 5',
  };
  const { diagnostics, symbolTables } = lintCypherQuery(text, schema, { consoleCommandsEnabled: false });
  const language = diagnostics
    .filter((diagnostic) => !isKeyOfMap(diagnostic, text, symbolTables.flat()))
    .map(({ range: { start }, message }) => ({
      line: start.line + 1,
      column: start.character + 1,
      message: message
        .replace(/^(\w+)(?= is not present)/, 'Property $1')
        .replace(/ present in the database\..*/s, ' known'),
    }));
  const code = bare(text);
  const unused = params
    .filter(({ name }) => !new RegExp(`\\$${name}\\b`).test(code))
    .map(({ name, ...at }) => ({ ...at, message: `Parameter $${name} is declared and never used` }));
  return [...language, ...unused, ...columnFindings(text, code)];
}

/**
 * The language support takes every key in a pattern's map for a property of the pattern, `row.from` in
 * `(a {id: row.from})` too, and the first of two variables of one name for both.
 */
function isKeyOfMap({ message, offsets }, text, symbols) {
  if (!/^\w+ is not present in the database/.test(message)) return false;
  const owner = /(\w+)\.$/.exec(text.slice(0, offsets.start))?.[1];
  return symbols.some(
    ({ variable, types }) => variable === owner && !types.every((type) => /^(Node|Relationship)$/.test(type)),
  );
}

/** The names after a header tag, with their places. `edges[].key` and `edge.key` are members, not columns. */
function declared(text, tag) {
  const found = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('//')) break;
    const match = new RegExp(`^//\\s*${tag}\\s+(\\w+)`, 'd').exec(line);
    if (!match || found.some(({ name }) => name === match[1])) continue;
    found.push({ name: match[1], line: index + 1, column: match.indices[1][0] + 1 });
  }
  return found;
}

/** Compares the `@column` lines with what every branch of the statement returns. */
function columnFindings(text, code) {
  const columns = declared(text, '@column');
  const places = [...code.matchAll(/\bRETURN\b/g)].map(({ index }) => place(text, index));
  const branches = returnedColumns(getDebugTree(text));
  const first = branches[0]?.names.join();
  const findings = branches.flatMap(({ names, nth }) => {
    const at = places[nth] ?? { line: 1, column: 1 };
    if (names.includes('*')) return [{ ...at, message: 'RETURN * hides the columns: name them' }];
    if (names.join() !== first)
      return [{ ...at, message: `UNION branches need the same columns in one order: ${first}` }];
    return names
      .filter((name) => !columns.some((column) => column.name === name))
      .map((name) => ({ ...at, message: `Column ${name} is returned and not declared` }));
  });
  const missing = columns
    .filter(({ name }) => !branches.some(({ names }) => names.includes(name)))
    .map(({ name, ...at }) => ({ ...at, message: `Column ${name} is declared and not returned` }));
  return [...findings, ...missing];
}

/** The columns of each RETURN of the statement itself, and which RETURN of the file it is. */
function returnedColumns(tree) {
  const found = [];
  let nth = -1;
  const walk = (node, inSubquery) => {
    if (node.name === 'returnClause') {
      nth += 1;
      if (!inSubquery) found.push({ nth, names: columnNames(node) });
    }
    const below = inSubquery || SUBQUERIES.includes(node.name);
    for (const child of node.children ?? []) walk(child, below);
  };
  walk(tree, false);
  return found;
}

function columnNames(returnClause) {
  const body = returnClause.children.find(({ name }) => name === 'returnBody');
  const items = body?.children.find(({ name }) => name === 'returnItems')?.children ?? [];
  return items.filter(({ name }) => name !== ',').map((item) => textOf(item.children?.at(-1) ?? item));
}

function textOf(node) {
  return node.children?.length ? node.children.map(textOf).join('') : node.name;
}

/** The same text with comments and strings blanked, so that places stay. */
function bare(text) {
  return text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/.*|\/\*[\s\S]*?\*\//g, (part) =>
    part.replace(/[^\n]/g, ' '),
  );
}

function place(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
