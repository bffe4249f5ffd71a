/** 两个窗口上课：讲台驾，投影跟着画；刷新哪一个、关掉哪一个，课都接得上；没有口令的管不着。 */
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { urlOf, visit, withFreshPage } from './support/browser.ts';
import { axeViolations, freezeMotion } from './support/checks.ts';
import { closePair, openDesk, patient, role, same, shown, withPair } from './support/pair.ts';
import { required, routes } from './support/routes.ts';
import { everything } from './support/scope.ts';
import { forward, goToId, goToStep, projector, staged, until, where } from './support/wall.ts';

const [deck = ''] = required(
  routes.filter((each) => /^\/classroom\/[^/]+\/$/.test(each)),
  '课堂',
);
/** 台上有好几幅画面、有滑块的一步 */
const running = { deck, step: 'spread-out' };
/** 台上会走的一步 */
const playing = { deck: '/classroom/queueing/', step: 'cliff-drive' };

/** 两个窗口都走到这一步，放起实验来。 */
async function stage(wall: Page, desk: Page, { step }: typeof running): Promise<void> {
  await goToId(desk, step);
  await until(desk, 'run');
  await staged(wall);
}

/** 用笔画一道，从台面的左上到右下。 */
async function draw(page: Page): Promise<void> {
  await page.keyboard.press('d');
  const box = await page.locator('.ink.held').boundingBox();
  if (!box) throw new Error('按 D 没有笔');
  const at = (part: number) => [box.x + box.width * part, box.y + box.height * part] as const;
  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.4));
  await page.mouse.move(...at(0.6));
  await page.mouse.up();
  await page.keyboard.press('d');
}

/** 一章里台上有实验的各步：第几步、哪个实验。 */
const stages = (page: Page) =>
  page.locator('.scroll [data-step]').evaluateAll((steps) =>
    steps.flatMap((step, i) => {
      const link = step.querySelector<HTMLAnchorElement>('.open a');
      return link ? [{ step: String(i + 1), widget: link.pathname.split('/').at(-2) ?? '' }] : [];
    }),
  );

/** 随手动一下：推一格滑块、换一个选项、换场景、撤销、换一幅、播放暂停单步。 */
async function fumble(page: Page, { what, by }: { what: number; by: number }): Promise<string> {
  const keys = ['1', '2', '3', 'z', '[', ']'];
  const key = keys[what % 12];
  if (key) {
    await page.keyboard.press(key);
    return key;
  }
  return page.evaluate((at) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        '.stage .w-controls :is(input[type=range], input[type=radio], input[type=checkbox], select), .stage .bar :is(button, select)',
      ),
    ];
    const control = all[at % all.length];
    if (!control) return '没有控件';
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = at % control.options.length;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (control instanceof HTMLInputElement && control.type === 'range') {
      if (at % 2) control.stepUp(at % 5);
      else control.stepDown(at % 5);
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else control.click();
    return `${control.tagName} ${control.textContent.trim() || control.id}`;
  }, by);
}

/** 放着的钟一直在走，停下来才比得准。 */
const pause = (page: Page) =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.stage .bar button')];
    buttons.find(({ textContent }) => textContent.trim() === '暂停')?.click();
  });

describe('two windows', () => {
  afterAll(closePair);

  test('the wall follows whatever the desk does: step, phase, experiment, votes, ink, black, contrast', () =>
    withPair({ deck }, async ({ wall, desk, problems }) => {
      await same(wall, desk, '刚连上');
      await goToStep(desk, '3');
      await until(desk, 'collect');
      await desk.keyboard.press('v');
      for (const count of [5, 6, 7, 8]) {
        await desk.keyboard.type(String(count));
        await desk.keyboard.press('Enter');
      }
      await same(wall, desk, '收票');
      expect(await wall.locator('.panel').count(), '敲票的面板不上墙').toBe(0);
      await until(desk, 'counts');
      await same(wall, desk, '看票数');
      await stage(wall, desk, running);
      await same(wall, desk, '换了步');
      await desk.keyboard.press('2');
      await same(wall, desk, '换场景');
      await desk.keyboard.press('c');
      const slider = desk.locator('.w-controls input[type=range]').first();
      await slider.focus();
      const sentence = await wall.locator('.stage .w-sentence').textContent();
      for (let i = 0; i < 5; i++) await desk.keyboard.press('ArrowLeft');
      await expect
        .poll(() => wall.locator('.stage .w-sentence').textContent(), {
          ...patient,
          message: '讲台上拖了滑块，投影的那句话没有变：看 Stage.svelte 的 follows',
        })
        .not.toBe(sentence);
      await same(wall, desk, '拖滑块');
      await slider.blur();
      await draw(desk);
      await wall.locator('.ink polyline').waitFor({ state: 'attached' });
      await same(wall, desk, '画一笔');
      await desk.keyboard.press('Shift+E');
      await wall.locator('.ink polyline').waitFor({ state: 'detached' });
      await desk.keyboard.press('.');
      await wall.locator('.blank').waitFor();
      await desk.keyboard.press('.');
      await desk.keyboard.press('h');
      await wall.locator('.class-room[data-contrast]').waitFor();
      await desk.keyboard.press('q');
      await wall.locator('.panel .code').waitFor();
      await desk.keyboard.press('q');
      await wall.locator('.panel').waitFor({ state: 'detached' });
      expect(await desk.locator('[data-late]').count(), '投影跟着，讲台却说没有跟上').toBe(0);
      expect(problems).toEqual([]);
    }));

  test('a scene that plays is at the same moment on both; paused, stepped, sped up, begun again, it stays so', () =>
    withPair({ ...playing, moves: true }, async ({ wall, desk }) => {
      await stage(wall, desk, playing);
      const bar = desk.locator('.stage .bar');
      const press = (name: string) => bar.getByRole('button', { name }).click();
      await bar.locator('select').selectOption('0.5');
      await same(wall, desk, '放着');
      await press('暂停');
      await same(wall, desk, '暂停');
      const paused = await wall.locator('.stage .bar .clock').textContent();
      await press('单步');
      await same(wall, desk, '单步');
      expect(await wall.locator('.stage .bar .clock').textContent(), '单步没有走').not.toBe(paused);
      await press('从头');
      await same(wall, desk, '从头');
      await bar.locator('select').selectOption('2');
      await press('播放');
      await wall.locator('.stage .bar').getByText('暂停').waitFor();
      await wall.reload();
      await staged(wall);
      await press('暂停');
      await same(wall, desk, '放着的时候刷新投影，再暂停');
      await desk.reload();
      await role(desk, 'drives');
      await staged(desk);
      await same(wall, desk, '暂停着刷新讲台');
    }));

  test('with the controls open at the desk, wide or narrow, both still show the same figures', () =>
    withPair({ deck }, async ({ wall, desk }) => {
      await stage(wall, desk, running);
      await same(wall, desk, '控件收着');
      const { parts } = await shown(wall);
      await desk.keyboard.press('c');
      const slider = desk.locator('.w-controls input[type=range]').first();
      await slider.waitFor();
      await same(wall, desk, '控件摆出来');
      expect(
        (await shown(wall)).parts,
        '讲台上摆出控件，墙上少了一幅：控件该摆在墙的样子下面，看 desk.css',
      ).toEqual(parts);
      const [controls, room] = await Promise.all(
        ['.w-controls', '.room'].map((what) => desk.locator(what).boundingBox()),
      );
      expect(
        [controls?.x, (controls?.y ?? 0) >= (room?.height ?? Infinity), controls?.width],
        '控件没有摆在墙的样子正下面、与它一样宽：看 desk.css 里 .w-controls 的位置',
      ).toEqual([room?.x, true, room?.width]);
      // 窄的窗口里控件在右边，只摆得下一幅：墙上也只摆这一幅
      await desk.setViewportSize({ width: 800, height: 700 });
      await expect.poll(async () => (await shown(desk)).parts.length, patient).toBe(1);
      await same(wall, desk, '窄的讲台');
      await desk.setViewportSize({ width: 1366, height: 768 });
      await expect.poll(async () => (await shown(wall)).parts, patient).toEqual(parts);
      await same(wall, desk, '放宽以后');
    }));

  test(
    'whatever is done at the desk, every experiment of the chapter looks the same on the wall',
    { timeout: everything ? 1_800_000 : 240_000 },
    () =>
      withPair({ deck }, async ({ wall, desk, problems }) => {
        const all = await stages(desk);
        const each = everything
          ? all
          : all
              .filter(({ widget }, i) => all.findIndex((one) => one.widget === widget) === i)
              .slice(0, 3);
        const [seeds, acts] = everything ? [[1, 2, 3], 50] : [[1], 6];
        const act = fc.record({ what: fc.nat(1000), by: fc.nat(1000) });
        for (const { step, widget } of each) {
          await goToStep(desk, step);
          await until(desk, 'run', 'watch', 'explain');
          await staged(wall);
          for (const seed of seeds) {
            const [list = []] = fc.sample(fc.array(act, { minLength: acts, maxLength: acts }), {
              seed,
              numRuns: 1,
            });
            const done: string[] = [];
            for (const one of list) {
              done.push(await fumble(desk, one));
              await pause(desk);
              await same(wall, desk, `${widget}，种子 ${seed}：${done.join('，')}`);
            }
          }
        }
        expect(problems).toEqual([]);
      }),
  );

  test('the wall takes the clicker and nothing else', () =>
    withPair({ deck }, async ({ wall, desk }) => {
      const start = await where(desk);
      await wall.keyboard.press('PageDown');
      await expect
        .poll(() => where(desk), { ...patient, message: '投影上按翻页笔，讲台没有往后走' })
        .not.toBe(start);
      await same(wall, desk, '翻页笔');
      const moved = await where(desk);
      for (const key of ['ArrowRight', 'r', 'o', 'v', '.', 'h', '2'])
        await wall.keyboard.press(key);
      await wall.keyboard.press('PageUp');
      await expect.poll(() => where(desk), patient).toBe(start);
      await same(wall, desk, '往回翻');
      expect(moved).not.toBe(start);
      expect(await wall.locator('.panel, .blank').count(), '跟着的投影只认翻页笔、F、Esc').toBe(0);
    }));

  test('either window, or both, reload to the same place', () =>
    withPair({ deck }, async ({ wall, desk }) => {
      await stage(wall, desk, running);
      await desk.keyboard.press('2');
      await draw(desk);
      await same(wall, desk, '刷新以前');
      const before = await shown(desk);
      await wall.reload();
      await role(wall, 'follows');
      await staged(wall);
      await same(wall, desk, '刷新投影以后');
      await desk.reload();
      await role(desk, 'drives');
      await staged(desk);
      await same(wall, desk, '刷新讲台以后');
      await Promise.all([wall.reload(), desk.reload()]);
      await role(desk, 'drives');
      await role(wall, 'follows');
      await Promise.all([staged(wall), staged(desk)]);
      await same(wall, desk, '都刷新以后');
      expect(await shown(desk)).toEqual(before);
    }));

  test('with the desk closed the wall goes on by itself; a desk opened again takes over', () =>
    withPair({ deck }, async (pair) => {
      const { wall, desk } = pair;
      await goToStep(desk, '4');
      await same(wall, desk, '走到第 4 步');
      const there = await where(desk);
      await desk.close();
      await role(wall, 'drives');
      expect(await where(wall)).toBe(there);
      expect(await forward(wall)).not.toBe(there);
      pair.desk = await openDesk(wall);
      await same(wall, pair.desk, '再开讲台');
    }));

  test('where the browser has no locks, as at an http address, one window drives all the same', () =>
    withFreshPage(
      { ...projector, before: 'delete Navigator.prototype.locks' },
      async ({ page: wall, problems }) => {
        await visit(wall, deck);
        await role(wall, 'solo');
        expect(await wall.evaluate(() => 'locks' in navigator)).toBe(false);
        const desk = await openDesk(wall);
        await goToStep(desk, '4');
        await same(wall, desk, '没有锁，走到第 4 步');
        await Promise.all([wall.reload(), desk.reload()]);
        await role(desk, 'drives');
        await role(wall, 'follows');
        await same(wall, desk, '没有锁，都刷新以后');
        await desk.close();
        await role(wall, 'drives');
        expect(problems).toEqual([]);
      },
    ));

  test('a desk that has no wall opens one; a wall that does not answer is said in red', () =>
    withFreshPage(projector, async ({ page: desk }) => {
      await visit(desk, `${deck}desk/`);
      await role(desk, 'drives');
      const popup = desk.waitForEvent('popup');
      await desk.getByRole('button', { name: '打开投影' }).click();
      const wall = await popup;
      await role(wall, 'follows');
      await desk.getByText(/^投影跟着/).waitFor();
      // 投影的窗口不再答
      await wall.evaluate(() => {
        const muted = BroadcastChannel.prototype as { postMessage: unknown; heard?: unknown };
        muted.heard = muted.postMessage;
        muted.postMessage = () => undefined;
      });
      await desk.locator('[data-late]').waitFor();
      await wall.evaluate(() => {
        const muted = BroadcastChannel.prototype as { postMessage: unknown; heard?: unknown };
        muted.postMessage = muted.heard;
      });
      await desk.locator('[data-late]').waitFor({ state: 'detached' });
    }));

  test('a second desk only follows until it takes over; a page without the token changes nothing', () =>
    withPair({ deck }, async ({ wall, desk }) => {
      const [twin] = await Promise.all([
        desk.waitForEvent('popup'),
        desk.evaluate(() => void window.open(location.href)),
      ]);
      await role(twin, 'follows');
      await same(twin, desk, '多开一个讲台');
      const stranger = await wall.context().newPage();
      await stranger.goto(urlOf(deck));
      await role(stranger, 'solo');
      await stranger.keyboard.press('PageDown');
      const there = await where(desk);
      await stranger.evaluate(() => {
        for (const name of ['som:class', 'som:class:', `som:class:${'0'.repeat(32)}:queueing`]) {
          const channel = new BroadcastChannel(name);
          for (const k of ['ask-next', 'bye'])
            channel.postMessage({ v: 1, k, from: 'f'.repeat(16), epoch: 99 });
        }
      });
      await twin.getByRole('button', { name: '接管' }).click();
      await role(twin, 'drives');
      await role(desk, 'follows');
      expect(await where(twin), '没有口令的网页动了课堂').toBe(there);
      await twin.keyboard.press('PageDown');
      await same(wall, twin, '接管以后');
      await same(desk, twin, '接管以后');
    }));

  test('a covered experiment is seen at the desk at once, and on the wall only once it is uncovered', () =>
    withPair({ deck: '/classroom/queueing/' }, async ({ wall, desk, problems }) => {
      await goToStep(desk, '13');
      expect(await where(desk)).toBe('train-crowds covered');
      await staged(desk);
      const said = (page: Page) => page.locator('.stage .w-sentence');
      await said(desk).waitFor();
      await desk.locator('.board [data-covered]').waitFor();
      await wall.locator('.asked .question').waitFor();
      await wall.locator('.stage [data-widget][data-ready]').waitFor({ state: 'attached' });
      expect(await said(wall).isVisible(), '投影上盖着的，结果先露了出来').toBe(false);
      await desk.keyboard.press('r');
      await said(wall).waitFor();
      await same(wall, desk, '亮出来');
      expect(problems).toEqual([]);
    }));

  test('votes stay covered at the desk until asked for; the board is accessible and says what comes next', () =>
    withPair({ deck }, async ({ wall, desk }) => {
      await freezeMotion(desk);
      await goToStep(desk, '3');
      await until(desk, 'collect');
      await desk.keyboard.press('v');
      await desk.locator('.votes input').first().waitFor();
      await desk.keyboard.type('9');
      await desk.keyboard.press('Escape');
      await desk.locator('.panel').waitFor({ state: 'detached' });
      expect(await desk.locator('[data-count]').count(), '没有按 X，票数不给看').toBe(0);
      await desk.keyboard.press('x');
      await desk.locator('[data-count="9"]').waitFor();
      expect(await desk.locator('.board').textContent()).toMatch(/下一段.*下一步/s);
      expect.soft(await axeViolations(desk, 'all'), '讲台：照每条后面的说明改').toEqual([]);
      expect(await wall.locator('.say').first().isVisible(), '备注上了墙').toBe(false);
    }));
});
