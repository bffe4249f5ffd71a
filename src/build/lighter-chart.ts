/**
 * chart.js 里登记不登记都会带上、本课件的图又不用的几样：三十来种缓动曲线（图不做动画），圆点以外
 * 的十来种点的样子，折线之外的曲线，写字（坐标轴与字由底下的 SVG 画）。打包器看不出它们没人用，
 * 打包时换成用得着的那一种，或空着。
 */
import type { Plugin } from 'vite';

const module = /chart\.js[/\\]dist[/\\]chunks[/\\]/;

/** 从 `start` 后面头一个左花括号起，到与它配对的右花括号为止。 */
function blockAt(code: string, start: string): { from: number; to: number } {
  const from = code.indexOf('{', code.indexOf(start) + start.length - 1);
  let depth = 0;
  for (let to = from; to < code.length; to++) {
    if (code[to] === '{') depth += 1;
    if (code[to] === '}') depth -= 1;
    if (depth === 0) return { from, to: to + 1 };
  }
  throw new Error(`chart.js 里的“${start}”没有收尾`);
}

const parts = [
  {
    start: 'const effects = {',
    instead: '{ linear: (t) => t, easeOutQuart: (t) => 1 - (1 - t) ** 4 }',
  },
  {
    start: 'function drawPointLegend(ctx, options, x, y, w) {',
    instead: `{
    const { radius, borderWidth } = options;
    if (isNaN(radius) || radius <= 0) return;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.closePath();
    ctx.fill();
    if (borderWidth > 0) ctx.stroke();
  }`,
  },
  {
    start: 'function _updateBezierControlPoints(points, options, area, loop, indexAxis) {',
    instead: '{}',
  },
  { start: 'function _bezierCurveTo(ctx, previous, target, flip) {', instead: '{}' },
  { start: 'function renderText(ctx, text, x, y, font, opts = {}) {', instead: '{}' },
];

/** @throws Error chart.js 换了写法，找不到要换的地方 */
export function lightened(code: string): string {
  return parts.reduce((now, { start, instead }) => {
    if (!now.includes(start))
      throw new Error(
        `chart.js 里没有“${start}”了：它换了写法，照新的改 src/build/lighter-chart.ts，或删去这一项`,
      );
    const { from, to } = blockAt(now, start);
    return now.slice(0, from) + instead + now.slice(to);
  }, code);
}

export function lighterChart(): Plugin {
  return {
    name: 'lighter-chart',
    transform: (code, id) => (module.test(id) ? { code: lightened(code), map: null } : null),
  };
}
