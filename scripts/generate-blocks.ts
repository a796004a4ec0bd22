/**
 * A block is Cypher that several query files share. Each file holds it in full between its marks, so that every
 * file can be read, pasted and run as it stands; this keeps the copies equal to cypher/blocks/NAME.cypher.
 */
const BLOCK = /^([ \t]*)\/\/ begin (\S+)[^\n]*\n[\s\S]*?^[ \t]*\/\/ end \2[^\n]*$/gm;

export function withBlocks(file: string, text: string, read: (name: string) => string): string {
  const marks = text.match(/^[ \t]*\/\/ (?:begin|end) /gm)?.length ?? 0;
  let replaced = 0;
  const result = text.replace(BLOCK, (_all, indent: string, name: string) => {
    replaced += 1;
    const body = read(name)
      .split('\n')
      .filter((line) => !line.startsWith('//') && line !== '')
      .map((line) => indent + line)
      .join('\n');
    return `${indent}// begin ${name} (cypher/blocks/${name}.cypher)\n${body}\n${indent}// end ${name}`;
  });
  if (marks !== 2 * replaced) throw new Error(`${file}: a block lacks its beginning or its end`);
  return result;
}
