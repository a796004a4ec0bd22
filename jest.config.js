/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.BROWSER ? [] : ['/tests/browser/'])],
  modulePathIgnorePatterns: ['<rootDir>/tools/', '<rootDir>/dist/'],
  // The dictionaries of OpenCC are only published as ES modules.
  transform: { '^.+\\.ts$': '@swc/jest', 'opencc-js/dist/esm-lib/.+\\.js$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!opencc-js/dist/esm-lib/)'],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  // The suites share one Neo4j, and each suite first empties it.
  maxWorkers: 1,
  testTimeout: 30_000,
};
