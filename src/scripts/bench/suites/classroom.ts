/** 课堂的两个窗口：讲台上动一下，到投影重算、画完、答回来。先 `npm run build`。 */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../browser.ts';
import { startServer } from '../../serve.ts';
import type { Suite } from '../benchmark.ts';

const moves = 60;
let times: number[] = [];

/** 讲台上推一格滑块，等投影答这一版画好了；单位毫秒，由小到大。 */
async function desk(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const token = JSON.parse(sessionStorage.getItem('som:class') ?? '""') as string;
    const chapter = location.pathname.split('/').at(-3);
    const channel = new BroadcastChannel(`som:class:${token}:${chapter}`);
    let last = -1;
    let heard: () => void = () => undefined;
    channel.addEventListener('message', ({ data }: MessageEvent<{ k: string; rev: number }>) => {
      if (data.k !== 'ack' || data.rev <= last) return;
      last = data.rev;
      heard();
    });
    const slider = document.querySelector<HTMLInputElement>('.w-controls input[type=range]');
    if (!slider) throw new Error('台上的实验没有滑块');
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      await new Promise((done) => setTimeout(done, 60));
      const answered = new Promise<void>((done) => (heard = done));
      const start = performance.now();
      if (i % 2 === 0) slider.stepUp();
      else slider.stepDown();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await answered;
      found.push(performance.now() - start);
    }
    channel.close();
    return found.toSorted((a, b) => a - b);
  }, moves);
}

async function measure(): Promise<number> {
  const server = await startServer({ dir: resolve('dist'), port: 0 });
  const browser = await launchBrowser();
  try {
    const wall = await browser.newPage({ viewport: { width: 1024, height: 768 } });
    await wall.goto(`${server.url}classroom/queueing/`);
    await wall.locator('.class-room[data-ready]').waitFor();
    const [other] = await Promise.all([wall.waitForEvent('popup'), wall.keyboard.press('p')]);
    await other.locator('.class-room[data-role=drives]').waitFor();
    await other.keyboard.press('g');
    await other.locator('.panel input').waitFor();
    await other.keyboard.type('18');
    await other.keyboard.press('Enter');
    for (const page of [wall, other])
      await page.locator('.stage [data-widget][data-ready]').waitFor();
    await other.keyboard.press('c');
    times = await desk(other);
  } finally {
    await browser.close();
    await server.close();
  }
  return times[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

export const suite: Suite = [
  {
    name: `desk to wall: a slider of pooling moved ${moves} times, 95th percentile`,
    unit: 'ms',
    target: { atMost: 50 },
    once: true,
    run: measure,
    details: () => [
      `median ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, max ${times.at(-1)?.toFixed(1)} ms`,
    ],
  },
];
