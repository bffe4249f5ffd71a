/** 站点的速度：冷构建、最重一节的 Lighthouse、拖动滑块到画出来。先 `npm run build`。 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser.ts';
import { startServer } from '../../serve.ts';
import { milliseconds, Skipped, type Suite } from '../benchmark.ts';
import { runLighthouse, type LighthouseReport } from '../lighthouse.ts';

const dist = resolve('dist');
const chapters = join(dist, 'chapters');

/** 正文最重的一节：HTML 最大的那个文件。 */
function heaviestSection(): string {
  const pages = readdirSync(chapters, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file))
    .sort((a, b) => statSync(join(chapters, b)).size - statSync(join(chapters, a)).size);
  if (!pages[0]) throw new Error('dist/ 里没有小节页面，请先运行 npm run build');
  return `chapters/${pages[0].replace('index.html', '')}`;
}

/** 不用任何缓存，从头构建一遍，产物放进临时目录。 */
function coldBuild(): number {
  const out = mkdtempSync(join(tmpdir(), 'som-build-'));
  rmSync('.astro', { recursive: true, force: true });
  rmSync('node_modules/.vite', { recursive: true, force: true });
  rmSync('node_modules/.astro', { recursive: true, force: true });
  const node = process.execPath;
  const elapsed = milliseconds(() => {
    execFileSync(node, ['src/scripts/astro.ts', 'build', '--outDir', out], { stdio: 'ignore' });
    execFileSync(node, ['src/build/search-index.ts', out]);
    execFileSync(node, ['src/build/compress.ts', out]);
  });
  rmSync(out, { recursive: true, force: true });
  return elapsed / 1000;
}

let report: LighthouseReport | Skipped = new Skipped('先跑 performance 那一项');

/** 跑一次手机档 Lighthouse；报告存起来，性能之外的几项直接取用。 */
async function lighthouseRun(): Promise<number> {
  try {
    const server = await startServer({ dir: dist, port: 0 });
    try {
      report = await runLighthouse(server.url + heaviestSection());
    } finally {
      await server.close();
    }
  } catch (error) {
    if (error instanceof Skipped) report = error;
    throw error;
  }
  return report.scores['performance'] ?? Number.NaN;
}

function fromReport(read: (report: LighthouseReport) => number | undefined): () => number {
  return () => {
    if (report instanceof Skipped) throw report;
    return read(report) ?? Number.NaN;
  };
}

/**
 * 在页面里拖一步滑块，量两段处理时间之和：从输入到更新完（含微任务），和这一帧从开始到画完。
 * 中间等显示器刷新的空当（60 赫兹下最多 16.7 毫秒）由屏幕定，不由页面定，不计在内。
 * 跨着量程来回拖，返回各步的中位数；没有滑块时返回 null。
 */
async function sliderToPaint(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.w-controls input[type=range]');
    if (!slider) return null;
    slider.scrollIntoView({ block: 'end', behavior: 'instant' });
    const stride = Math.max(
      1,
      Math.round((Number(slider.max) - Number(slider.min)) / Number(slider.step) / 40),
    );
    const times: number[] = [];
    const channel = new MessageChannel();
    channel.port1.start();
    let up = true;
    for (let i = 0; i < 45; i++) {
      await new Promise((done) => setTimeout(done, 20));
      const start = performance.now();
      if (i % 12 === 6 || slider.value === slider.max) up = false;
      if (i % 12 === 0 || slider.value === slider.min) up = true;
      if (up) slider.stepUp(stride);
      else slider.stepDown(stride);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      for (let turn = 0; turn < 3; turn++) await Promise.resolve();
      const updated = performance.now();
      const framed = await new Promise<number>((done) => requestAnimationFrame(done));
      const frame = Math.max(framed, updated);
      await new Promise<void>((done) => {
        channel.port1.addEventListener('message', () => done(), { once: true });
        channel.port2.postMessage(null);
      });
      times.push(updated - start + performance.now() - frame);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? null;
  });
}

interface Dragged {
  widget: string;
  /** 原速与放慢四倍的处理器上，各三趟中位数里居中的一个，毫秒 */
  normal: number;
  slowed: number;
}

async function dragOne(browser: Browser, site: string, widget: string): Promise<Dragged | null> {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  try {
    await page.goto(`${site}widgets/${widget}/`);
    await page.locator('[data-ready]').waitFor();
    await page.keyboard.press('r');
    await page.waitForTimeout(1500);
    const session = await page.context().newCDPSession(page);
    const medianAt = async (rate: number) => {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      const runs: number[] = [];
      for (let run = 0; run < 3; run++) {
        const time = await sliderToPaint(page);
        if (time === null) return null;
        runs.push(time);
      }
      return runs.sort((a, b) => a - b)[1] ?? null;
    };
    const normal = await medianAt(1);
    const slowed = await medianAt(4);
    return normal === null || slowed === null ? null : { widget, normal, slowed };
  } finally {
    await page.context().close();
  }
}

let dragged: Dragged[] = [];

/** 构建结果里每个有滑块的实验拖一遍，返回最慢的一个。 */
async function dragAll(): Promise<number> {
  const widgets = readdirSync(join(dist, 'widgets'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const server = await startServer({ dir: dist, port: 0 });
  const browser = await launchBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
  try {
    dragged = [];
    for (const widget of widgets) {
      const row = await dragOne(browser, server.url, widget);
      if (row) dragged.push(row);
    }
    return Math.max(...dragged.map(({ normal }) => normal));
  } finally {
    await browser.close();
    await server.close();
  }
}

const limits = { normal: 8, slowed: 25 };

function dragTable(): string[] {
  const cell = (value: number, limit: number) =>
    `${value.toFixed(1)}${value > limit ? ' !' : '  '}`.padStart(12);
  return [
    `${'widget'.padEnd(24)}${`ms (≤ ${limits.normal}) `.padStart(12)}${`slowed 4× (≤ ${limits.slowed})`.padStart(20)}`,
    ...dragged.map(
      ({ widget, normal, slowed }) =>
        `${widget.padEnd(24)}${cell(normal, limits.normal)}${cell(slowed, limits.slowed).padStart(20)}`,
    ),
  ];
}

export const suite: Suite = [
  { name: 'cold build of the whole site', unit: 's', target: { atMost: 20 }, run: coldBuild },
  {
    name: 'Lighthouse mobile, heaviest section: performance',
    unit: 'points',
    target: { atLeast: 99 },
    run: lighthouseRun,
  },
  ...['accessibility', 'best-practices', 'seo'].map((category) => ({
    name: `Lighthouse mobile, heaviest section: ${category} (last run)`,
    unit: 'points',
    target: { atLeast: 99 },
    run: fromReport(({ scores }) => scores[category]),
  })),
  {
    name: 'Lighthouse mobile, heaviest section: LCP (last run)',
    unit: 'ms',
    target: { atMost: 1200 },
    run: fromReport(({ largestContentfulPaint }) => largestContentfulPaint),
  },
  {
    name: 'slider to paint, slowest experiment',
    unit: 'ms',
    target: { atMost: limits.normal },
    once: true,
    run: dragAll,
    details: dragTable,
  },
  {
    name: 'slider to paint, slowest experiment, CPU slowed four times (last run)',
    unit: 'ms',
    target: { atMost: limits.slowed },
    once: true,
    run: () => Math.max(...dragged.map(({ slowed }) => slowed)),
  },
];
