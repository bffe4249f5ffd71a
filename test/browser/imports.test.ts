/** 读进来的东西：太大的不读、说清楚；大的在别的线程上读，看得见进度，停得下来；新的一来旧的作废。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, widgetsReady, withCleanPage } from './support/browser.ts';
import { unlock } from './support/widgets.ts';

interface Place {
  name: string;
  route: string;
  /** 把读入框露出来 */
  open?: (page: Page) => Promise<void>;
  /** 读入框那一块 */
  within: string;
}

const list: Place = {
  name: 'a list',
  route: '/widgets/coverage-curve/',
  open: async (page) => {
    const control = page.locator('details.list').first();
    await control.locator('summary').click();
    await control.getByRole('button', { name: '读入 CSV' }).click();
  },
  within: 'details.list',
};
const times: Place = {
  name: 'the canteen table',
  route: '/widgets/canteen-lab/',
  open: (page) => page.getByLabel('读一份表').check(),
  within: '.own',
};
const ratings: Place = {
  name: 'the class ratings',
  route: '/widgets/visible-work/',
  within: '.ab',
};
const sorted: Place = {
  name: 'the class desk',
  route: '/widgets/incident-sorting/',
  within: '.class',
};

async function open(page: Page, { route, open: show, within }: Place) {
  await visit(page, route);
  await widgetsReady(page);
  await unlock(page);
  await show?.(page);
  const area = page.locator(within).first();
  await area.locator('input[type=file]').waitFor({ state: 'attached' });
  return area;
}

/** 在页面里造一个文件交给读入框：几十兆不必隔着进程搬。 */
async function give(
  page: Page,
  { within }: Place,
  file: { name: string; line: string; times: number },
): Promise<void> {
  await page
    .locator(within)
    .first()
    .locator('input[type=file]')
    .evaluate((input: HTMLInputElement, { name, line, times: count }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([line.repeat(count)], name));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, file);
}

/** 记下有没有谁打开过文件的内容。 */
const watchReading = `
  window.opened = 0;
  for (const name of ['arrayBuffer', 'text', 'stream']) {
    const real = Blob.prototype[name];
    Blob.prototype[name] = function () { window.opened++; return real.call(this); };
  }`;

/** 交给别的线程的事先扣着：\`release()\` 之前一直是“正在读”。 */
const holdTasks = `
  const Real = Worker;
  window.holding = true;
  window.Worker = class extends Real {
    postMessage(task) {
      window.release = () => { window.holding = false; super.postMessage(task); };
      if (!window.holding) super.postMessage(task);
    }
  };`;

describe('a file of 25 MB', () => {
  test.each([list, times, ratings, sorted])(
    'given to $name is answered with its size, the limit and what to do, and not even opened',
    (place) =>
      withCleanPage({ before: watchReading }, async ({ page, problems }) => {
        const area = await open(page, place);
        await give(page, place, { name: '很多.csv', line: '1,2,30\n', times: 3_571_429 });
        await area
          .getByText(/“很多.csv”有 25 MB，这里最多读 5 MB，没有读。请只留要用的/)
          .first()
          .waitFor();
        expect(await page.evaluate('window.opened')).toBe(0);
        expect(problems).toEqual([]);
      }),
  );
});

test('a paste too long for the box is read beside it, one far too long is refused, none is cut', () =>
  withCleanPage({}, async ({ page, problems }) => {
    const area = await open(page, times);
    const box = area.locator('textarea').first();
    // 不经剪贴板：它是各页共用的，别的测试也在用。浏览器照样先问，页面拦下了才不往框里塞
    const paste = async (line: string, copies: number) => {
      const prevented = await box.evaluate(
        (field, [text, count]) =>
          !field.dispatchEvent(
            new InputEvent('beforeinput', {
              inputType: 'insertFromPaste',
              data: text.repeat(count),
              bubbles: true,
              cancelable: true,
            }),
          ),
        [line, copies] as const,
      );
      expect(prevented, '这么长的一段不该让浏览器往框里塞').toBe(true);
    };
    await box.fill('我敲的字');
    await paste('1,2,3\n', 1_000_000);
    await area.getByText('粘贴的内容有 600 万字，这里最多读 500 万字，没有放进来').waitFor();
    expect(await box.inputValue()).toBe('我敲的字');
    await paste('1,2,3\n', 20_000);
    await area.getByText('“粘贴的内容”太长，没有放进文本框，直接读').waitFor();
    await area.getByText('20000 行，读到 20000 位顾客').waitFor();
    expect(await box.inputValue()).toBe('我敲的字');
    expect(problems).toEqual([]);
  }));

test('a megabyte of ratings is read whole, with progress, and leaves the box alone', () =>
  withCleanPage({}, async ({ page, problems }) => {
    const area = await open(page, ratings);
    await page.evaluate(() => {
      const seen: number[] = [];
      const look = () => {
        const bar = document.querySelector<HTMLProgressElement>('.ab progress');
        if (bar && bar.value > 0 && bar.value < 1 && bar.value !== seen.at(-1))
          seen.push(bar.value);
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
      });
      Object.assign(window, { seen });
    });
    await give(page, ratings, { name: '全年级.csv', line: 'A6\nB5\n', times: 170_000 });
    await area.getByText('读到 A 170000 人，B 170000 人').waitFor();
    const seen = (await page.evaluate('window.seen')) as number[];
    expect(seen.length, '读一兆评分的路上没有看见进度').toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await area.locator('textarea').inputValue()).toBe('');
    await area.getByText('“全年级.csv”太长，没有放进文本框').waitFor();
    await area.getByRole('button', { name: '不要“全年级.csv”了' }).click();
    await area.getByText('读到 A 170000 人').waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  }));

test('reading can be stopped, says so, and be taken up again', () =>
  withCleanPage({ before: holdTasks }, async ({ page, problems }) => {
    const area = await open(page, times);
    await give(page, times, { name: 'a.csv', line: '1,2,3\n', times: 40 });
    await area.getByRole('button', { name: '停下' }).click();
    await area.getByText('停下了，还没有读完。').waitFor();
    expect(await area.getByText(/读到 \d+ 位顾客/).count()).toBe(0);
    await page.evaluate('window.holding = false');
    await area.getByRole('button', { name: '再读一次' }).click();
    await area.getByText('40 行，读到 40 位顾客').waitFor();
    expect(await area.getByText('停下了').count()).toBe(0);
    expect(problems).toEqual([]);
  }));

test('a newer file ends the reading of the older one, which never shows', () =>
  withCleanPage({ before: holdTasks }, async ({ page, problems }) => {
    const area = await open(page, times);
    await give(page, times, { name: 'old.csv', line: '1,2,3\n', times: 40 });
    await area.locator('progress').waitFor();
    await give(page, times, { name: 'new.csv', line: '1,2,3\n', times: 60 });
    await area.getByText('读进了“new.csv”').waitFor();
    await page.waitForFunction('window.release !== undefined');
    // 旧的那件还扣着：两件都放行，只该看见新的
    await page.evaluate('window.release()');
    await area.getByText('60 行，读到 60 位顾客').waitFor();
    expect(await area.getByText('40 行').count()).toBe(0);
    expect(problems).toEqual([]);
  }));

test('a list cannot be filled from a table that is still being read', () =>
  withCleanPage({ before: holdTasks }, async ({ page }) => {
    const area = await open(page, list);
    await give(page, list, { name: 'a.csv', line: '1,2,30\n', times: 5 });
    await area.locator('progress').waitFor();
    const take = area.getByRole('button', { name: /^采用/ });
    expect(await take.isDisabled()).toBe(true);
    await page.evaluate('window.release()');
    await area.getByRole('button', { name: '采用这 5 行' }).click();
    await area.getByText('换上了 5 行').waitFor();
  }));
