import { type Browser, chromium, type Page } from 'playwright-core';
import { startTestServer } from '../support/test-server.ts';

const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

jest.setTimeout(60_000); // a browser on a busy machine is slow

describe('the GraphQL playground in Chromium', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let browser: Browser;
  let page: Page;
  /** Requests to other origins, failed requests, uncaught errors, and console errors. */
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    watch(page, server.url, complaints);
    await page.goto(`${server.url}/graphiql`);
    await executeButton().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const region = (name: string) => page.getByRole('region', { name });
  const examples = () => region('示例查询').getByRole('button');
  const executeButton = () => page.getByRole('button', { name: /^Execute query/ });
  const tabs = () => page.getByRole('tab');
  const show = (title: string) => page.getByRole('button', { name: `Show ${title}` }).click();

  test('has a Chinese title', async () => {
    expect(await page.title()).toBe('政策知识图谱 · GraphQL 演练场');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  test('shows a first-time visitor the stored operations, each in a separate tab', async () => {
    await examples().first().waitFor();
    const count = await examples().count();
    expect(count).toBeGreaterThanOrEqual(8);
    expect(await tabs().count()).toBe(count);
    for (const title of await examples().allInnerTexts()) expect(title).toMatch(/\p{Script=Han}/u);
  });

  test('shows the variables of the first tab, which GraphiQL drops without help', async () => {
    const answer = await fetch(`${server.url}/graphiql/operations.json`);
    const [first] = (await answer.json()) as { variables: string }[];
    const shown = await region('Variables').locator('.view-lines').first().innerText();
    expect(shown.replace(/\s/g, '')).toBe(first?.variables.replace(/\s/g, ''));
  });

  test('runs an example and shows its Chinese answer', async () => {
    await examples().filter({ hasText: '天津海关' }).first().click();
    await executeButton().click();
    await region('Result Window').getByText('天津海关').first().waitFor();
    const path = process.env.PLAYGROUND_SCREENSHOT;
    if (path) await page.screenshot({ path });
  });

  test('keeps a changed tab and opens the example as stored', async () => {
    const before = await tabs().count();
    await examples().first().click();
    await region('Operation Editor').locator('.view-lines').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# mine');
    await page.waitForTimeout(300); // GraphiQL records an edit 100 ms after the last key
    await examples().first().click();
    expect(await tabs().count()).toBe(before + 1);
    await page.waitForTimeout(300);
    await examples().first().click();
    expect(await tabs().count()).toBe(before + 1);
  });

  test('lists every example to a returning visitor, regardless of the stored tabs', async () => {
    const count = await examples().count();
    for (let open = await tabs().count(); open > 1; open--) {
      await page.getByRole('button', { name: 'Close Tab' }).first().press('Enter'); // not a click: tabs slide
      await tabs()
        .nth(open - 1)
        .waitFor({ state: 'detached' });
    }
    await page.waitForTimeout(800); // GraphiQL stores its tabs after 500 ms
    await page.reload();
    await examples().first().waitFor();
    expect(await tabs().count()).toBe(1);
    expect(await examples().count()).toBe(count);
  });

  test('shows the schema in Docs and in the explorer, and keeps History', async () => {
    await show('Documentation Explorer');
    await region('Documentation Explorer').getByText('Query', { exact: true }).click();
    await region('Documentation Explorer').getByText('reformItems', { exact: true }).waitFor();
    await show('GraphiQL Explorer');
    await page.locator('.graphiql-explorer-root').getByText('reformItems', { exact: true }).first().waitFor();
    await show('History');
    await region('History').getByRole('button').first().waitFor();
  });

  test('loads its workers and everything else from its own server, without an error', () => {
    const workers = page.workers().map((worker) => worker.url());
    expect(workers).not.toHaveLength(0);
    for (const url of workers) expect(url.startsWith(`${server.url}/graphiql/assets/`)).toBe(true);
    expect(complaints).toEqual([]);
  });
});

function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) complaints.push(`asked elsewhere: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // A violation of the Content-Security-Policy is an error in the console as well.
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
}
