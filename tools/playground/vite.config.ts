import { defineConfig, type Plugin } from 'vite';

/** GraphiQL never compares two texts; Monaco's comparing editors are loaded with its API all the same. */
const noDiffEditor: Plugin = {
  name: 'no-diff-editor',
  load(id) {
    const widget = /\/(DiffEditorWidget|MultiDiffEditorWidget)\.js$/i.exec(id)?.[1];
    if (widget) return `export class ${widget[0]?.toUpperCase()}${widget.slice(1)} {}`;
  },
};

/** The page formats its panes itself; the worker's own copy of Prettier would never run. */
const noPrettier: Plugin = {
  name: 'no-prettier',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('prettier/') ? '\0no-prettier' : null),
  load: (id) => (id === '\0no-prettier' ? 'export {};' : null),
};

export default defineConfig({
  base: '/graphiql/',
  plugins: [noDiffEditor],
  resolve: {
    alias: {
      'monaco-editor/esm/vs/editor/edcore.main.js': '/trim/editor-features.ts',
      'prettier/parser-babel': '/trim/jsonc-format.ts',
      'prettier/plugins/estree': '/trim/jsonc-format.ts',
      'prettier/parser-graphql': 'prettier/plugins/graphql',
    },
  },
  build: {
    outDir: '../../playground',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    license: { fileName: 'LICENSES.md' },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Only the toolkit's fetcher would load it, and the page has its own: installed or not, the bundle is the same.
      external: ['graphql-ws'],
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: 'es', plugins: () => [noPrettier] },
});
