/**
 * Opens a database file in a separate process: `node --import tsx open-file-in-child.ts FILE THEME`. Prints
 * `refused CODE MESSAGE`, or stores a theme of that name, prints `kept`, and holds the file open until it is ended.
 */
import { openStore } from '../../src/store/open-store.ts';
import { loadMergeTheme } from '../../src/store/statements.gen.ts';

const [file, name = ''] = process.argv.slice(2);
try {
  const store = await openStore(`file:${file}`, {}, { timeoutMs: 10_000 });
  await store.ensureSchema();
  const row = { id: `Theme:${name}`, name, aliases: [], pinyin: name };
  await store.write((transaction) => transaction.run(loadMergeTheme, { rows: [row] }));
  console.log('kept');
  process.stdin.resume().on('end', () => process.exit());
} catch (error) {
  const { code, message } = error as { code: string; message: string };
  console.log(`refused ${code} ${message}`);
}
