/** 读进来的东西有多大、页面卡了多久：往各处读入框里放文件，量主线程连续占住的最长一段。先 `npm run build`。 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser.ts';
import { startServer } from '../../serve.ts';
import type { Suite } from '../benchmark.ts';

interface Case {
  name: string;
  widget: string;
  /** 把读入框露出来 */
  open?: (page: Page) => Promise<void>;
  /** 哪一块读入框 */
  within: string;
  file: () => Buffer;
  /** 出现哪句话就算有了交代 */
  said: RegExp;
}

function lines(bytes: number, line: (i: number) => string): Buffer {
  const all: string[] = [];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const next = line(i);
    all.push(next);
    size += Buffer.byteLength(next) + 1;
  }
  return Buffer.from(all.join('\n'));
}

async function openList(page: Page): Promise<void> {
  const list = page.locator('details.list').first();
  await list.locator('summary').click();
  await list.getByRole('button', { name: '读入 CSV' }).click();
}
const openTable = (page: Page) => page.getByLabel('读一份表').check();
const vote = (i: number) => `${'AB'[i % 2]}${(i % 7) + 1}`;

const cases: Case[] = [
  ...[1, 25].map((megabytes) => ({
    name: `list, ${megabytes} MB of rows`,
    widget: 'coverage-curve',
    open: openList,
    within: 'details.list',
    file: () => lines(megabytes * 1e6, (i) => `${i % 10},${i % 7},${(i % 190) + 1}`),
    said: /采用这 \d+ 行|太大|最多/,
  })),
  {
    name: 'list, 1 MB of rows that cannot be read',
    widget: 'coverage-curve',
    open: openList,
    within: 'details.list',
    file: () => lines(1e6, (i) => `${i % 10},abc,${(i % 190) + 1}`),
    said: /没有采用|没看懂/,
  },
  ...[1, 4, 25].map((megabytes) => ({
    name: `canteen, ${megabytes} MB of times`,
    widget: 'canteen-lab',
    open: openTable,
    within: '.own',
    file: () => lines(megabytes * 1e6, (i) => `${i * 3},${i * 3 + (i % 2)},${i * 3 + 3}`),
    said: /读到 \d+ 位顾客|太大|最多/,
  })),
  {
    name: 'ratings, 1 MB one on a line',
    widget: 'visible-work',
    within: '.ab',
    file: () => lines(1e6, vote),
    said: /读到 A \d+ 人/,
  },
  {
    name: 'ratings, 1 MB on one line',
    widget: 'visible-work',
    within: '.ab',
    file: () => Buffer.from(lines(1e6, vote).toString().replaceAll('\n', ' ')),
    said: /读到 A \d+ 人/,
  },
  {
    name: 'sorted by the class, 1 MB',
    widget: 'incident-sorting',
    within: '.class',
    file: () => lines(1e6, (i) => `同学${i},航空,ABCDABCDABCDABCDABCD`),
    said: /收进了 \d+ 人|太大/,
  },
];

interface Outcome {
  name: string;
  /** 从交出文件到有了交代 */
  answered: number;
  /** 主线程连续占住的最长一段 */
  blocked: number;
}
let outcomes: Outcome[] = [];
/** 等这么久还没有交代，就当是卡死了 */
const patience = 60_000;

async function tryOne(browser: Browser, site: string, one: Case): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(`${site}widgets/${one.widget}/`);
    await page.locator('[data-ready]').waitFor();
    await page.keyboard.press('r');
    await one.open?.(page);
    const area = page.locator(one.within).first();
    const choose = area.locator('input[type=file]');
    await choose.waitFor({ state: 'attached' });
    await page.evaluate(() => {
      const seen = { longest: 0, last: performance.now() };
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        const now = performance.now();
        seen.longest = Math.max(seen.longest, now - seen.last);
        seen.last = now;
        channel.port2.postMessage(null);
      });
      channel.port1.start();
      channel.port2.postMessage(null);
      Object.assign(window, { seen });
    });
    const path = join(folder, '很多.csv');
    writeFileSync(path, one.file());
    const start = performance.now();
    await choose.setInputFiles(path);
    const said = area.getByText(one.said).first();
    const inTime = await said.waitFor({ timeout: patience }).then(
      () => true,
      () => false,
    );
    if (!inTime) return { name: one.name, answered: Infinity, blocked: Infinity };
    const answered = performance.now() - start;
    // 有了交代以后还要排版、画图，那一段也算
    await page.waitForTimeout(500);
    const blocked = await page.evaluate(
      () => (window as unknown as { seen: { longest: number } }).seen.longest,
    );
    return { name: one.name, answered, blocked };
  } finally {
    await page.context().close();
    rmSync(folder, { recursive: true });
  }
}

async function longestBlock(): Promise<number> {
  const server = await startServer({ dir: resolve('dist'), port: 0 });
  const browser = await launchBrowser();
  try {
    outcomes = [];
    for (const one of cases) outcomes.push(await tryOne(browser, server.url, one));
    return Math.max(...outcomes.map(({ blocked }) => blocked));
  } finally {
    await browser.close();
    await server.close();
  }
}

export const suite: Suite = [
  {
    name: 'main thread held in one piece while a file is taken in, worst case',
    unit: 'ms',
    target: { atMost: 200 },
    once: true,
    run: longestBlock,
    details: () => [
      `${'file'.padEnd(44)}${'answered ms'.padStart(12)}${'held ms'.padStart(10)}`,
      ...outcomes.map(
        ({ name, answered, blocked }) =>
          `${name.padEnd(44)}${answered.toFixed(0).padStart(12)}${blocked.toFixed(0).padStart(10)}`,
      ),
    ],
  },
];
