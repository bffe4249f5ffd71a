/**
 * 课堂：讲台上动一下到投影画完答回来，翻一步到画完，记六十个人的票要多久。先 `npm run build`。
 */
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser.ts';
import { startServer } from '../../serve.ts';
import type { Suite } from '../benchmark.ts';

const projector = { viewport: { width: 1024, height: 768 } };
/** 敲得不快不慢的人，两个键之间隔多久，毫秒 */
const betweenKeys = 200;

/** 排队管理的课堂开在投影上；`use` 用完就关。 */
async function inClass<T>(use: (wall: Page) => Promise<T>): Promise<T> {
  const server = await startServer({ dir: resolve('dist'), port: 0 });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const wall = await browser.newPage(projector);
    await wall.goto(`${server.url}classroom/queueing/`);
    await wall.locator('.class-room[data-ready]').waitFor();
    return await use(wall);
  } finally {
    await browser?.close();
    await server.close();
  }
}

/** 转到一步，写第几步或它的题名。 */
async function goTo(page: Page, step: string): Promise<void> {
  await page.keyboard.press('g');
  await page.locator('.panel input').waitFor();
  await page.keyboard.type(step);
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor({ state: 'detached' });
}

/** 押数的一步，走到举牌记票的那一段 */
async function toCollect(wall: Page): Promise<void> {
  await goTo(wall, '换成八个坐席');
  await wall.locator('.class-room[data-phase=ask]').waitFor();
  await wall.keyboard.press('PageDown');
  await wall.locator('.class-room[data-phase=collect]').waitFor();
  await wall.keyboard.press('v');
  await wall.locator('.votes input').first().waitFor();
}

const moves = 60;
let times: number[] = [];
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

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

const mirrored = () =>
  inClass(async (wall) => {
    const [other] = await Promise.all([wall.waitForEvent('popup'), wall.keyboard.press('p')]);
    await other.locator('.class-room[data-role=drives]').waitFor();
    await goTo(other, '18');
    for (const page of [wall, other])
      await page.locator('.stage [data-widget][data-ready]').waitFor();
    await other.keyboard.press('c');
    times = await desk(other);
    return at(times, 0.95);
  });

let turns: number[] = [];

/** 从头一步按到末一步，换步的那一下从按键到画完；单位毫秒，由小到大。 */
async function pageThrough(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const room = document.querySelector('.class-room') as HTMLElement;
    const channel = new MessageChannel();
    channel.port1.start();
    const painted = () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => {
          channel.port1.addEventListener('message', () => done(), { once: true });
          channel.port2.postMessage(null);
        }),
      );
    const where = () => `${room.dataset['step']} ${room.dataset['phase']}`;
    const found: number[] = [];
    for (let before = ''; before !== where();) {
      before = where();
      const start = performance.now();
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }),
      );
      await painted();
      const took = performance.now() - start;
      if (room.dataset['step'] !== before.split(' ')[0]) found.push(took);
      // 台上的实验接管完了再往后
      await new Promise((done) => setTimeout(done, 400));
    }
    return found.toSorted((a, b) => a - b);
  });
}

const paged = () =>
  inClass(async (wall) => {
    const session = await wall.context().newCDPSession(wall);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    turns = await pageThrough(wall);
    return at(turns, 0.95);
  });

/** 记票的一块打开着，用 `enter` 记六十票；秒。 */
const collected = (enter: (wall: Page) => Promise<void>) => () =>
  inClass(async (wall) => {
    await toCollect(wall);
    const start = performance.now();
    await enter(wall);
    await wall.locator('.panel').getByText('已收 60').waitFor();
    return (performance.now() - start) / 1000;
  });

const people = Array.from({ length: 60 }, (_, i) => i);

async function hands(wall: Page): Promise<void> {
  const fields = await wall.locator('.votes input').count();
  for (let i = 0; i < fields; i++) {
    const share = Math.floor((60 * (i + 1)) / fields) - Math.floor((60 * i) / fields);
    await wall.keyboard.type(String(share), { delay: betweenKeys });
    // 末一格不按回车，留着看收到几票
    if (i < fields - 1) await wall.keyboard.press('Enter', { delay: betweenKeys });
  }
}

const openBox = async (wall: Page) => {
  await wall.getByText('报数或粘贴').click();
  await wall.locator('.panel textarea').waitFor();
};

async function calledOut(wall: Page): Promise<void> {
  await openBox(wall);
  await wall.locator('.panel textarea').focus();
  await wall.keyboard.type(people.map((i) => `${i % 40}.5`).join(' '), { delay: betweenKeys });
  await wall.getByRole('button', { name: '记下这 60 票' }).click();
}

/** 六十行群聊贴进框里，到读成了什么画在框下；毫秒。 */
const pasted = () =>
  inClass(async (wall) => {
    await toCollect(wall);
    await openBox(wall);
    return wall.locator('.panel textarea').evaluate(
      (area, text) =>
        new Promise<number>((done, fail) => {
          const start = performance.now();
          (area as HTMLTextAreaElement).value = text;
          area.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(() =>
            setTimeout(() => {
              const said = document.querySelector('.panel [role=status]')?.textContent ?? '';
              if (said.startsWith('读到 60 个')) done(performance.now() - start);
              else fail(new Error(`六十行读成了“${said}”`));
            }),
          );
        }),
      people.map((i) => `学生${i} 10:0${i % 10}:33\n${(i % 40) + 0.5} 倍`).join('\n'),
    );
  });

const spread = (sorted: readonly number[]) => [
  `median ${at(sorted, 0.5).toFixed(1)} ms, max ${sorted.at(-1)?.toFixed(1)} ms`,
];

export const suite: Suite = [
  {
    name: `desk to wall: a slider of pooling moved ${moves} times, 95th percentile`,
    unit: 'ms',
    target: { atMost: 50 },
    once: true,
    run: mirrored,
    details: () => spread(times),
  },
  {
    name: 'the next step of the queueing deck, processor slowed four times, 95th percentile',
    unit: 'ms',
    target: { atMost: 100 },
    once: true,
    run: paged,
    details: () => spread(turns),
  },
  {
    name: `sixty hands counted and typed, ${betweenKeys} ms a key`,
    unit: 's',
    target: { atMost: 60 },
    once: true,
    run: collected(hands),
  },
  {
    name: `sixty numbers called out and typed, ${betweenKeys} ms a key`,
    unit: 's',
    target: { atMost: 120 },
    once: true,
    run: collected(calledOut),
  },
  {
    name: 'sixty lines of a chat pasted, until what was read is shown',
    unit: 'ms',
    target: { atMost: 1000 },
    once: true,
    run: pasted,
  },
];
