import './workers.ts'; // first: Monaco looks for its workers as soon as it loads
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css'; // not graphiql/style.css: that one adds 300 KB of Latin fonts
import './playground.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createLocalStorage } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { EXAMPLES_TITLE, examplesPlugin } from './examples-plugin.tsx';
import { fetcher } from './fetcher.ts';
import { loadOperations } from './operations.ts';

const WELCOME = `# 写一个查询，按 ▶ 或 Ctrl+Enter 运行。
# 左侧有${EXAMPLES_TITLE}、字段说明和历史记录。
`;

const loaded = await loadOperations();
// A name of its own: other GraphiQLs opened on the same address would lend us their tabs.
const storage = createLocalStorage({ namespace: 'policy-knowledge-graph' });
const first = loaded.operations[0];

// GraphiQL takes the text of its editors from storage, not from `defaultTabs` (the variables of a
// default tab would be lost), so the first visit is stored as if the reader had typed it.
if (storage.getItem('graphiql:tabState') === null) {
  storage.setItem('graphiql:visiblePlugin', EXAMPLES_TITLE);
  if (first) {
    storage.setItem('graphiql:query', first.query);
    if (first.variables) storage.setItem('graphiql:variables', first.variables);
  }
}

createRoot(document.getElementById('playground') as HTMLElement).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    plugins={[examplesPlugin(loaded), explorerPlugin(), HISTORY_PLUGIN]}
    defaultQuery={WELCOME}
    defaultTabs={first && [...loaded.operations]}
    defaultEditorToolsVisibility="variables"
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>政策知识图谱</GraphiQL.Logo>
  </GraphiQL>,
);
