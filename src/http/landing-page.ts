import { LABELS, RELATIONSHIPS } from '../domain/model.ts';
import { batchesIn, countNodesIn, countRelationshipsIn } from '../snapshot/graph-contents.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';

/** The maximum number of bulletins on the page. */
const MAX_SOURCES = 20;
const pages = new WeakMap<GraphSnapshot, string>();

/** The page at `/`: the contents of the graph, and links. Rendered once for each snapshot of the graph. */
export function landingPageOf(snapshot: GraphSnapshot, engine: string): string {
  const page = pages.get(snapshot) ?? renderLandingPage(snapshot, engine);
  pages.set(snapshot, page);
  return page;
}

function renderLandingPage(snapshot: GraphSnapshot, engine: string): string {
  const nodeRows = countNodesIn(snapshot).map(({ label, count }) => row(LABELS[label].gloss, label, count));
  const relationshipRows = countRelationshipsIn(snapshot).map(({ type, count }) =>
    row(RELATIONSHIPS[type].gloss, type, count),
  );
  const sources = batchesIn(snapshot)
    .slice(0, MAX_SOURCES)
    .map(({ title, code }) => `<li>${escapeHtml(title)}（${escapeHtml(code)}）</li>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>政策知识图谱</title>
<link rel="stylesheet" href="/landing.css">
</head>
<body>
<main>
<h1>政策知识图谱</h1>
<p>自贸试验区改革公报里的改革事项、负责单位、试点片区与主题，以及它们之间的关系，每一条都能追溯到原文。</p>
<nav>
<a class="primary" href="/graphiql">打开演练场</a>
<a href="/schema.graphql">GraphQL 模式</a>
<a href="/readyz">运行状态</a>
</nav>
<h2>图中有什么</h2>
${snapshot.version === 0 ? '<p>图还是空的：用 <code>import</code> 命令导入公报。</p>' : ''}
<div class="tables">
<table><caption>节点</caption>${nodeRows.join('')}</table>
<table><caption>关系</caption>${relationshipRows.join('')}</table>
</div>
<h2>来源</h2>
<ul>${sources.join('')}</ul>
<footer>图版本 ${snapshot.version} · ${escapeHtml(engine)} · POST /graphql</footer>
</main>
</body>
</html>
`;
}

const row = (gloss: string, name: string, count: number): string =>
  `<tr><th scope="row">${gloss} <small>${name}</small></th><td>${count}</td></tr>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);

export const LANDING_CSS = `:root { color-scheme: light dark; font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; line-height: 1.6 }
body { margin: 0 }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem }
h1 { font-size: 1.9rem; margin: 0 }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
nav { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 }
nav a { padding: .5rem 1rem; border: 1px solid currentcolor; border-radius: .4rem; text-decoration: none; color: inherit }
nav a.primary { background: #0b57d0; border-color: #0b57d0; color: #fff }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; align-items: start }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th { text-align: left; font-weight: 400 }
td { text-align: right; font-variant-numeric: tabular-nums }
th, td { padding: .25rem 0; border-top: 1px solid #8884 }
small, footer { opacity: .65; font-size: .8rem }
footer { margin-top: 2.5rem }
`;
