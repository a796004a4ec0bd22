/** The walls of the house (src/README.md): imports go one way, and each room names the rooms it may use. */
const rooms = {
  domain: [],
  store: ['domain', 'project-root'],
  ingest: ['domain'],
  text: [],
  snapshot: ['domain', 'store', 'text'],
  graphql: ['domain', 'store', 'snapshot', 'text'],
  features: ['domain', 'store', 'snapshot', 'graphql', 'text'],
  server: ['domain', 'store', 'snapshot', 'ingest', 'graphql', 'features', 'config', 'project-root'],
  http: ['domain', 'store', 'snapshot', 'graphql', 'server', 'config', 'project-root'],
  cli: ['domain', 'store', 'ingest', 'server', 'http', 'config'],
};

const wall = ([room, allowed]) => ({
  name: `${room}-wall`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}(/|\\.ts$)`) },
});

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(wall),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-needs-zod-only',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm'], pathNot: 'node_modules/zod' },
    },
    {
      name: 'graphql-stays-out-of-store',
      severity: 'error',
      from: { path: '^src/(domain|store|snapshot|ingest)/' },
      to: { path: 'node_modules/(graphql|type-graphql|@apollo|fastify)' },
    },
    {
      name: 'drivers-stay-in-their-adapter',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/(embedded|neo4j)/' },
      to: { path: 'node_modules/(neo4j-driver|@grafeo-db)' },
    },
    {
      name: 'src-needs-no-dev-dependency',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
