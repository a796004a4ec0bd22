import { CONFIG_NAMES } from '../../src/config.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(120_000);
const COMMANDS = ['serve', 'import', 'validate', 'stats', 'doctor'];

describe('--help', () => {
  test('names every command, every environment variable and the exit codes', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const [beforeExamples = '', after = ''] = stdout.split('\nExamples:\n');
    for (const name of COMMANDS) {
      expect(beforeExamples).toMatch(new RegExp(`^ {2}${name} .*\\S`, 'm'));
      expect(after).toContain(`policy-graph ${name}`);
    }
    const environment = after.split('\nEnvironment:\n')[1] ?? '';
    for (const name of CONFIG_NAMES) expect(environment).toMatch(new RegExp(`\\b${name} +\\S`));
    expect(after).toMatch(/Exit codes: 0 .*1 .*2 /);
  });

  test('of a command: its options', async () => {
    const { code, stdout } = await runCli(['import', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--replace');
    expect(stdout).toContain('--json');
  });
});

describe('wrong usage ends with 2 and an explanation on standard error', () => {
  test.each([
    [['improt', 'seeds/tianjin-7.txt'], "unknown command 'improt'"],
    [['import'], "missing required argument 'files'"],
    [['validate'], "missing required argument 'files'"],
    [['stats', '--yaml'], "unknown option '--yaml'"],
    [['import', '--repalce', 'seeds/tianjin-7.txt'], "unknown option '--repalce'"],
    [['stats', 'extra'], 'too many arguments'],
    [[], 'Usage: policy-graph'],
  ])('%j', async (args, expected) => {
    const { code, stdout, stderr } = await runCli(args, { GRAPH_URL: 'memory:' });
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(stdout).toBe('');
  });
});

test('wrong usage with --json: one document with a code and a fix', async () => {
  for (const args of [
    ['improt', 'x', '--json'],
    ['import', '--json'],
    ['stats', '--json', '--yaml'],
  ]) {
    const { code, stdout, stderr } = await runCli(args, { GRAPH_URL: 'memory:' });
    expect([code, stdout]).toEqual([2, '']);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(/^command line: \w/),
        fix: expect.any(String),
      },
    });
  }
});

describe('an invalid configuration ends with 1 and names every invalid variable, but no password', () => {
  const bad = {
    GRAPH_URL: 'http://neo4j:geheim@graph',
    PORT: '99999',
    LOG_LEVEL: 'loud',
    GRAPH_PASSWORD: 'geheim',
  };

  test.each([
    [['serve']],
    [['import', 'seeds/tianjin-7.txt']],
    [['validate', 'seeds/tianjin-7.txt']],
    [['stats']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await runCli(args, bad);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^wrong configuration:\n/);
    for (const name of ['GRAPH_URL="http://…@graph"', 'PORT="99999"', 'LOG_LEVEL="loud"'])
      expect(stderr).toContain(name);
    expect(stderr).toContain('(CONFIG_INVALID)');
    expect(stderr).not.toContain('geheim');
  });
});
