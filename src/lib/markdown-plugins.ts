/** Markdown 处理链上的三个小插件：公式变成 MathML，数不离量词，站内链接补上部署前缀。 */
import { defineMdastPlugin } from 'satteri';
import temml from 'temml';
import { bindUnits } from './bind-units.ts';

function mathml(tex: string, displayMode: boolean): string {
  // 公式写错就让构建失败：页面上出现红色残句比构建失败更难发现。
  return temml.renderToString(tex, { displayMode, throwOnError: true, annotate: false });
}

/** 一行大约多少个字母宽；汉字占两个。 */
function spread(math: string): number {
  const shown = math.replaceAll(/<[^>]+>/g, '').replaceAll(/&[a-z]+;/g, '');
  return [...shown].length + (shown.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** 手机上一行摆不下的公式要横着滚，键盘也得停得上去。 */
function displayed(tex: string): string {
  const math = mathml(tex, true);
  return `<div class="formula"${spread(math) >= 28 ? ' tabindex="0"' : ''}>${math}</div>`;
}

/** `$…$` 与 `$$…$$` 在构建时变成 MathML，页面不带任何公式脚本。 */
export function formulas() {
  return defineMdastPlugin({
    name: 'formulas',
    inlineMath: (node: { value: string }) => ({
      raw: mathml(node.value, false),
      mdxExpressions: false,
    }),
    math: (node: { value: string }) => ({
      raw: displayed(node.value),
      mdxExpressions: false,
    }),
  });
}

/** 数字与后面的量词不拆在两行；`{算出来的数} 元` 的空格在一段文字的开头。 */
export function boundUnits() {
  return defineMdastPlugin({
    name: 'bound-units',
    text: (node: { value: string }) => {
      const value = bindUnits(node.value).replace(/^ (?=\p{Script=Han})/u, '\u00a0');
      return value === node.value ? undefined : ({ ...node, value } as never);
    },
  });
}

/** 作者写 `/chapters/…/`，部署在子路径下时这里补成 `/som/chapters/…/`。 */
export function baseLinks(base: string) {
  const prefix = base.replace(/\/$/, '');
  return defineMdastPlugin({
    name: 'base-links',
    link: (node: { url: string }, context: { setProperty?: unknown }) => {
      if (prefix && node.url.startsWith('/') && !node.url.startsWith('//'))
        return { ...node, url: prefix + node.url } as never;
      void context;
      return undefined;
    },
  });
}
