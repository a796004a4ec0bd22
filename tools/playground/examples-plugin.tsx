import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';
import type { LoadedOperations, Operation } from './operations.ts';

export const EXAMPLES_TITLE = '示例查询';

/** Lists every stored operation, whatever tabs an earlier visit left in the browser. */
export function examplesPlugin(loaded: LoadedOperations): GraphiQLPlugin {
  return { title: EXAMPLES_TITLE, icon: ExamplesIcon, content: () => <Examples {...loaded} /> };
}

function Examples({ operations, problem }: LoadedOperations) {
  const { activeName, isReady, open } = useExampleTabs();
  return (
    <section className="examples" aria-label={EXAMPLES_TITLE}>
      <h2>{EXAMPLES_TITLE}</h2>
      {problem && <p role="alert">暂时读不到示例查询（{problem}）。其余功能照常可用，刷新页面可再试。</p>}
      {operations.length > 0 && <p>点一个问题，它会在标签页中打开；按 ▶ 或 Ctrl+Enter 运行。</p>}
      <ol>
        {operations.map((operation) => (
          <li key={operation.name}>
            <button
              type="button"
              disabled={!isReady}
              aria-current={operation.name === activeName ? 'true' : undefined}
              onClick={() => open(operation)}
            >
              <span>{operation.title}</span>
              <code>{operation.name}</code>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useExampleTabs() {
  const { addTab, changeTab, setOperationName, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));

  useEffect(() => {
    document
      .getElementById(`graphiql-session-tab-${activeTabIndex}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeTabIndex]);

  /** Shows the operation as it is stored: a tab the reader has changed is left alone. */
  function open({ name, query, variables }: Operation) {
    const opened = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (opened === activeTabIndex) return;
    if (opened >= 0) changeTab(opened);
    else {
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
      updateActiveTabValues({ query, variables });
    }
    setOperationName(name); // at once: GraphiQL itself reads it from the text a moment later
  }

  return {
    activeName: tabs[activeTabIndex]?.operationName,
    isReady: queryEditor !== undefined && variableEditor !== undefined,
    open,
  };
}

function ExamplesIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 5.5h.01M4 12h.01M4 18.5h.01M8.5 5.5H20M8.5 12H20M8.5 18.5H20" />
    </svg>
  );
}
