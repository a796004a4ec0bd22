import { countNodes, countRelationships } from '../store/graph-counts.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import { batchAll } from '../store/statements.gen.ts';
import type { JsonOption } from './options.ts';
import { print, report, warn } from './output.ts';
import { withExistingStore } from './with-store.ts';

export const stats = ({ json }: JsonOption): Promise<void> =>
  report(json, () =>
    withExistingStore({ readOnly: true }, async (store) => {
      warn(json, store.loss);
      const version = await readGraphVersion(store);
      const nodes = await countNodes(store);
      const relationships = await countRelationships(store);
      const batches = (await store.read(batchAll, { first: 100 })).map(({ node }) => node);
      print({ engine: store.description, version, nodes, relationships, batches }, json, () => [
        `${store.description}, graph version ${version}`,
        ...nodes.map(({ label, count }) => `${String(count).padStart(7)}  ${label}`),
        ...relationships.map(({ type, count }) => `${String(count).padStart(7)}  ${type}`),
        ...batches.map(({ code, title, fileName }) => `batch ${code}: ${title} (${fileName})`),
      ]);
    }),
  );
