// One worker for every language, in place of the three of graphiql/setup-workers/vite: each of those
// carries its own 250 KB of Monaco. What isn't GraphQL is left to the JSON worker, plain text included.
import 'monaco-editor/esm/vs/language/json/json.worker.js';
import { initialize } from 'monaco-editor/esm/vs/editor/editor.worker.js';
import { GraphQLWorker } from 'monaco-graphql/esm/GraphQLWorker.js';

type Given = ConstructorParameters<typeof GraphQLWorker>;

if (self.name === 'graphql') {
  self.onmessage = () => initialize((...given: Given) => new GraphQLWorker(...given));
}
