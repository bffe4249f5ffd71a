/** 自带的数学字体：没有别的数学字体时，根号、括号与求和号照样随内容长高。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import temml from 'temml';
import { describe, expect, test } from 'vitest';
import { withPage } from './support/browser.ts';

const folder = join(import.meta.dirname, '../../src/styles/fonts');
const font = readFileSync(join(folder, 'latin-modern-math-subset.woff2'));

/** 只许用自带字体，量各个部件的高度（单位 em）。 */
function heights(tex: string): Promise<Record<string, number>> {
  const math = temml.renderToString(tex, { displayMode: true });
  return withPage({}, async ({ page }) => {
    await page.setContent(`<style>
      @font-face { font-family: Own; src: url(data:font/woff2;base64,${font.toString('base64')}); }
      math { font: 20px Own; }</style>${math}`);
    return page.evaluate(async () => {
      await document.fonts.load('20px Own');
      const boxes = [...document.querySelectorAll('mo, msqrt, mfrac')].map((element) => [
        element.localName === 'mo' ? (element.textContent ?? '') : element.localName,
        element.getBoundingClientRect().height / 20,
      ]);
      return Object.fromEntries(boxes) as Record<string, number>;
    });
  });
}

describe('math font', () => {
  test('is at most 95 kB', () => expect(font.length).toBeLessThanOrEqual(95_000));

  test.each([
    '( )',
    '[ ]',
    '\\{ \\}',
    '| |',
    '\\lfloor \\rfloor',
    '\\lceil \\rceil',
    '\\langle \\rangle',
  ])('%s grow around tall content', async (pair) => {
    const [open = '', close = ''] = pair.split(' ');
    const tall = String.raw`\left${open}\frac{a}{\frac{b}{\frac{c}{d}}}\right${close}`;
    const height = await heights(tall);
    const { mfrac = 0, ...fences } = height;
    for (const fence of Object.values(fences)) expect(fence).toBeGreaterThan(mfrac * 0.8);
  });

  test('a display sum is larger than the letters beside it', async () => {
    const height = await heights(String.raw`\sum_{i=1}^{n} x`);
    expect(height['∑']).toBeGreaterThan(1.3);
  });

  test('has every symbol the formulas are written with', async () => {
    const needed = '√∑∏∫∞∂≤≥≠≈±×÷⋅→⇒∈∀∅′…ℝ𝔼𝑥𝜆𝜇𝜌𝜎Λ𝐱ℎ';
    // 混进一个没有收的符号，证明缺了会被发现。
    const absent = '⊰';
    const missing = await withPage({}, async ({ page }) => {
      await page.setContent(`<style>@font-face { font-family: Own;
        src: url(data:font/woff2;base64,${font.toString('base64')}); }</style>`);
      // 自己没有的字形由后备字体画，宽度就与没有自带字体时一样。
      return page.evaluate(async (symbols) => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        const width = (fonts: string, symbol: string) => {
          canvas.font = `100px ${fonts}`;
          return canvas.measureText(symbol).width;
        };
        await document.fonts.load('100px Own', symbols);
        const others = ['serif', 'monospace'];
        return [...symbols].filter((symbol) =>
          others.every((other) => width(`Own, ${other}`, symbol) === width(other, symbol)),
        );
      }, needed + absent);
    });
    expect(missing).toEqual([absent]);
  });
});
