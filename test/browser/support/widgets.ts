/** 实验页面共用的操作与断言。 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { WidgetModel } from '../../../src/widget-kit/model.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../../src/widgets/*/model.ts', {
  eager: true,
});

const models = new Map(
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter(isModel)
    .map((model) => [model.id, model]),
);

function isModel(value: unknown): value is WidgetModel {
  return typeof value === 'object' && value !== null && 'params' in value && 'version' in value;
}

export function modelOf(id: string): WidgetModel | undefined {
  return models.get(id);
}

/** 先猜后看：不猜，直接看，让所有控件露面。 */
export async function unlock(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: '不猜，直接看' });
  if (await skip.count()) await skip.first().click();
}

/** 实验还活着：已接管、有字、有控件、没有漏出来的非数。 */
export async function expectAlive(page: Page, context: string): Promise<string> {
  const widget = page.locator('[data-widget]').first();
  await page.locator('[data-widget][data-ready]').first().waitFor({ timeout: 10_000 });
  const text = await widget.innerText();
  // 说明会引用链接里写的原文，那里出现 NaN 是应当的。
  const [notes] = await widget.locator('.w-notes').allInnerTexts();
  expect.soft(text.length, `${context}：实验是空的`).toBeGreaterThan(20);
  expect.soft(text.replace(notes ?? '', ''), context).not.toMatch(/\bNaN\b|\bundefined\b|\[object/);
  const controls = widget.locator('button:visible, input:visible, select:visible');
  expect.soft(await controls.count(), `${context}：没有可用的控件`).toBeGreaterThan(0);
  return text;
}
