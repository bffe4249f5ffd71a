/** 实验页面共用的操作与断言。 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fewOrAll } from './scope.ts';

/** 先猜后看：不猜，直接看，让所有控件露面。 */
export async function unlock(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: '不猜，直接看', exact: true });
  if (await skip.count()) await skip.first().click();
}

/** 像读者那样用一下页面上的实验：看答案，拖一格滑块，有图就指到图上。 */
export async function useWidget(page: Page): Promise<void> {
  await unlock(page);
  const slider = page.locator('[data-widget] input[type=range]');
  if (await slider.count()) await slider.first().press('ArrowRight');
  const chart = page.locator('.chart .frame').first();
  if (await chart.count()) {
    await chart.hover();
    await chart.locator('canvas:not(.stale)').waitFor();
  }
}

/** 再猜一次：盖上答案，猜测框又露出来。 */
export async function lockAgain(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: '再猜一次' });
  if (await again.count()) await again.first().click();
}

/** 什么都有人敲。 */
const anything = [
  '',
  '３．５',
  'abc',
  '1e999',
  '-5',
  '1,000',
  '50%',
  '1/0',
  '三个',
  ' ',
  '9'.repeat(400),
];
/** 接框的是同一段代码，敲坏的写法在头一个框里都试过；后面的框只看算式经不经得起上限与下限。 */
const limits = ['1e999', '-5'];

/**
 * 往每个露面的文字框里依次敲字，回车，移开；返回敲了什么、出了什么错。同一种框的头一个敲
 * `anything`，其余敲 `limits`。在页面里面敲：逐个隔着进程敲要慢几十倍。
 */
export function typeEverything(page: Page): Promise<string[]> {
  return page.evaluate(
    async ({ anything, limits }) => {
      const wrong: string[] = [];
      let doing = '';
      const blame = (what: unknown) => wrong.push(`${doing}：${String(what)}`);
      const onError = ({ message }: ErrorEvent) => blame(message);
      const onRejection = ({ reason }: PromiseRejectionEvent) => blame(reason);
      addEventListener('error', onError);
      addEventListener('unhandledrejection', onRejection);
      const shown = () =>
        [...document.querySelectorAll<HTMLInputElement>('[data-widget] input[type=text]')].filter(
          // 改一个参数可能让另一个控件收起来
          (field) => field.checkVisibility() && !field.readOnly && !field.disabled,
        );
      const kind = (field: HTMLInputElement) =>
        `${field.className} ${field.inputMode} ${field.parentElement?.className} ${field.closest('td') !== null}`;
      const seen = new Set<string>();
      for (let i = 0; i < shown().length; i++) {
        const first = shown()[i];
        const texts = first && seen.has(kind(first)) ? limits : anything;
        if (first) seen.add(kind(first));
        for (const text of texts) {
          const field = shown()[i];
          if (!field) break;
          doing = `第 ${i + 1} 个框里敲“${text.slice(0, 20)}”`;
          field.focus();
          field.select();
          // 走浏览器自己的编辑命令，input 与 change 都由它发，与真敲一样
          document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
          field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
          field.blur();
          await new Promise((done) => requestAnimationFrame(done));
        }
      }
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
      return wrong;
    },
    { anything, limits: fewOrAll(limits, anything) },
  );
}

/** 实验还活着：已接管、有字、有控件、没有漏出来的非数。 */
export async function expectAlive(page: Page, context: string): Promise<string> {
  const widget = page.locator('[data-widget][data-ready]').first();
  await widget.waitFor({ timeout: 10_000 }).catch(() => {
    throw new Error(`${context}：实验十秒内没有标上 data-ready`);
  });
  const { text, notes, controls } = await widget.evaluate((element: HTMLElement) => ({
    text: element.innerText,
    notes: element.querySelector<HTMLElement>('.w-notes')?.innerText ?? '',
    controls: [...element.querySelectorAll('button, input, select')].filter((control) =>
      control.checkVisibility(),
    ).length,
  }));
  expect.soft(text.length, `${context}：实验是空的`).toBeGreaterThan(20);
  // 说明会引用链接里写的原文，那里出现 NaN 是应当的
  expect
    .soft(text.replace(notes, ''), `${context}：漏出了机器话`)
    .not.toMatch(/\bNaN\b|\bundefined\b|\[object/);
  expect.soft(controls, `${context}：没有可用的控件`).toBeGreaterThan(0);
  return text;
}
