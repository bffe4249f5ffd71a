/** 像读者那样猜一次，看评语露不露面。 */
import type { Locator, Page } from 'playwright-core';
import { predictionOf, scenarioValues } from '../../../src/widget-kit/model.ts';
import { modelOf } from './models.ts';

/** 照实验自己的答案猜：一定是一个收得下的猜测。要先动手才许猜的，会说为什么；返回猜成了没有。 */
export async function guess(widget: Locator, id: string): Promise<boolean> {
  const model = modelOf(id);
  if (!model) throw new Error(`src/widgets 里没有 ${id}`);
  const chosen = await widget.locator('.w-scenarios input:checked').getAttribute('value');
  const scenario = chosen ?? model.scenarios[0]?.id ?? null;
  const predict = predictionOf(model, scenario);
  if (predict.kind === 'choice') await widget.locator('.choices label').first().click();
  if (predict.kind === 'number') {
    const values = scenarioValues(model, scenario ?? undefined);
    const answer = predict.answer(values, model.compute(values));
    await widget.locator('.predict .line input').fill(answer.toFixed(predict.digits));
  }
  if (predict.kind === 'curve')
    for (const field of await widget
      .getByRole('group', { name: /逐点/ })
      .getByRole('textbox')
      .all()) {
      await field.fill(String((predict.y.min + predict.y.max) / 2));
      await field.press('Enter');
    }
  await widget.locator('[data-act=commit]').click();
  const verdict = widget.locator('.w-verdict');
  await verdict.or(widget.locator('[role=alert]:visible')).first().waitFor();
  return (await verdict.count()) > 0;
}

/** 等到连着三帧谁都没有再动，再看评语的头一行：好好地露着是空串。 */
export function firstLine(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const verdict = document.querySelector('.w-verdict strong') as HTMLElement;
    const figures = document.querySelector('.w-figures') as HTMLElement;
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const where = () =>
      [verdict, figures].map((each) => JSON.stringify(each.getBoundingClientRect())).join();
    for (let still = 0, before = ''; still < 3; before = where()) {
      await frame();
      still = where() === before ? still + 1 : 0;
    }
    const [line] = verdict.getClientRects();
    if (!line) return '没有露面';
    const place = `在 ${Math.round(line.top)}–${Math.round(line.bottom)} px`;
    if (line.top < 0 || line.bottom > innerHeight) return `${place}，出了屏幕`;
    const top = document.elementFromPoint(line.left + 4, (line.top + line.bottom) / 2);
    return top && (verdict.contains(top) || top.contains(verdict))
      ? ''
      : `${place}，被 ${top?.className ?? '别的东西'} 盖住`;
  });
}
