/**
 * 样式照新的写法写，读者的浏览器可能是 Chromium 109（Windows 7、旧的 WebView）或 Safari 15.4。
 * 嵌套、媒体查询的 `<=`、`light-dark()` 由打包器照 `styleTargets` 改写；它改不了的在这里改：
 *
 * - `oklch()` 写成十六进制；打包器会再留一份 lab()，白占字节。
 * - `color-mix(in oklab, var(--甲) 30%, var(--乙))` 里有变量，旧浏览器要到用的时候才发现不认识，
 *   写在前面的退路也一并作废（填色会变成黑的）。颜色变量的值构建时就知道，当场混好。
 *   `--tone` 这样在组件里指向某个颜色变量的，跟着定义它的那几条规则各混一份。
 *   课堂的高对比（classroom/stage/wall.css）另换一套颜色变量，混好的颜色跟不上：再照那一套混一份，
 *   写成只在那面墙上才选得中的规则，别的页由 shared-styles.ts 删去。
 * - `@media (scripting: enabled)` 写成 `.js …`：脚本开着、而且页面的代码取到了（layouts/boot.js）。
 */
import { readFileSync } from 'node:fs';
import postcss, { type Declaration, type Plugin, type Root, type Rule } from 'postcss';
import { mix, readColour, toHex, type Colour } from './colours.ts';

/** 样式照它改写。 */
export const styleTargets = ['chrome109', 'safari15.4'];
/**
 * 脚本照它改写。Safari 15.4 与 16 只差类的字段（class fields），15.4 本来就认得，打包器因为它的一处
 * 小毛病（webkit.org/b/236843）才要改写；改写以后 chart.js 用不到的类摇不掉，私有字段也变成一堆辅助函数。
 */
export const scriptTargets = ['chrome109', 'safari16'];

type Themes = readonly [light: Colour, dark: Colour];
type Tokens = ReadonlyMap<string, Themes>;

const lightDark = /^light-dark\((oklch\([^)]*\)|#\w+),\s*(oklch\([^)]*\)|#\w+)\)$/;

/** 样式表里的颜色变量：名字（不带 --）→ 浅色与深色的值。 */
export function colourTokens(css: string, selector?: string): Map<string, Themes> {
  const tokens = new Map<string, Themes>();
  postcss.parse(css).walkDecls(/^--/, ({ prop, value, parent }) => {
    if (selector !== undefined && (parent as Rule).selector !== selector) return;
    const [, light, dark] = lightDark.exec(value.replace(/\s+/g, ' ')) ?? [value, value, value];
    const themes = [readColour(light ?? ''), readColour(dark ?? '')];
    if (themes[0] && themes[1]) tokens.set(prop.slice(2), [themes[0], themes[1]]);
  });
  return tokens;
}

/** 高对比的墙。 */
export const contrastWall = '.class-room[data-contrast]';
/** 不添分量：与原来的规则一样重，排在它后面，盖过它而盖不过本来就盖过它的。 */
const onContrastWall = `:where(${contrastWall}) `;

/**
 * 高对比时浅色的底要深到看得见：原来两成以上的，浅色主题里至少六成，深色里四成四（wall.css 里
 * 手写的几种也是）；更浅的是衬在别的东西底下的，只加一倍。深浅的次序不变。
 */
const boldest = [0.6, 0.44] as const;
export const bolder = (share: number, theme: 0 | 1): number =>
  share < 0.2 ? 2 * share : Math.max(share, boldest[theme] + (share - 0.2) / 4);

const mixed =
  /color-mix\(\s*in okl(?:ab|ch),\s*var\(--([\w-]+)\)\s+(\d+)%,\s*(?:(transparent)|var\(--([\w-]+)\))\s*\)/g;
const pointer = /^var\(--([\w-]+)(?:,.*)?\)$/;

function mixing(root: Root, tokens: Tokens, contrast: Tokens): void {
  const clear: Themes = [readColour('transparent')!, readColour('transparent')!];
  const both = (mixOf: (theme: 0 | 1) => Colour) =>
    `light-dark(${toHex(mixOf(0))}, ${toHex(mixOf(1))})`;
  const blend = (top: Themes, share: number, under: Themes) =>
    both((theme) => mix(top[theme], share, under[theme]));
  /** 高对比时的那一份；颜色不换的没有。 */
  const bold = (name: string, share: number, below?: string) => {
    const top = contrast.get(name);
    const under = below ? (contrast.get(below) ?? tokens.get(below)!) : clear;
    return top && both((theme) => mix(top[theme], bolder(share, theme), under[theme]));
  };

  /** 同一条规则，高对比时的样子；整页的变量由 wall.css 自己写。 */
  const twins = new Map<Rule, Rule>();
  const onWall = (rule: Rule, prop: string, value: string) => {
    if (rule.selector === ':root') return;
    const twin =
      twins.get(rule) ??
      postcss.rule({ selector: rule.selectors.map((each) => onContrastWall + each).join() });
    if (!twins.has(rule)) rule.after(twin);
    twins.set(rule, twin);
    twin.append({ prop, value });
  };

  /** 指向颜色变量的变量：在定义它的规则里添上混好的一份，返回那一份的名字。 */
  const beside = (use: Declaration, alias: string, percent: string, below?: string) => {
    const name = `--${alias}-${percent}${below ? `-${below}` : ''}`;
    let found = false;
    root.walkDecls(`--${alias}`, (definition) => {
      const token = pointer.exec(definition.value)?.[1] ?? '';
      const target = tokens.get(token);
      if (!target) return;
      found = true;
      const rule = definition.parent as Rule;
      if (rule.some((node) => node.type === 'decl' && node.prop === name)) return;
      const under = below ? tokens.get(below)! : clear;
      const share = Number(percent) / 100;
      definition.after({ prop: name, value: blend(target, share, under) });
      const bolder = bold(token, share, below);
      if (bolder) onWall(rule, name, bolder);
    });
    if (!found)
      throw use.error(
        `--${alias} 指向哪个颜色变量，要写在同一份样式里（--${alias}: var(--series-1);），构建时才混得出来`,
      );
    return `var(${name})`;
  };

  root.walkDecls((declaration) => {
    const written = declaration.value;
    if (!written.includes('color-mix(')) return;
    const worked = (own: (name: string, share: number, below?: string) => string | undefined) =>
      written.replace(
        mixed,
        (whole, over: string, percent: string, transparent?: string, below?: string) => {
          if (!transparent && !tokens.has(below ?? '')) return whole;
          return tokens.has(over)
            ? (own(over, Number(percent) / 100, below) ?? whole)
            : beside(declaration, over, percent, below);
        },
      );
    const plain = (name: string, share: number, below?: string) =>
      blend(tokens.get(name)!, share, below ? tokens.get(below)! : clear);
    declaration.value = worked(plain);
    if (declaration.value.includes('color-mix('))
      throw declaration.error(
        '混色只认 color-mix(in oklab, var(--颜色变量) 百分数, transparent 或 var(--颜色变量))：' +
          '旧浏览器没有 color-mix，构建时要混得出来',
      );
    const bolder = worked((...mine) => bold(...mine) ?? plain(...mine));
    if (bolder !== declaration.value) onWall(declaration.parent as Rule, declaration.prop, bolder);
  });
}

function scripting(root: Root): void {
  root.walkAtRules('media', (media) => {
    if (!/\(scripting: *enabled\)/.test(media.params)) return;
    media.walkRules((rule) => {
      // 嵌套的规则随外层
      if (rule.parent?.type !== 'rule')
        rule.selectors = rule.selectors.map((selector) => `.js ${selector}`);
    });
    media.params = media.params
      .replace(/(?:\s+and\s+)?\(scripting: *enabled\)/, '')
      .replace(/^\s*and\s+/, '')
      .trim();
    if (media.params === '') media.replaceWith(media.nodes ?? []);
  });
}

export function olderStyles(
  tokensFile: URL = new URL('../styles/tokens.css', import.meta.url),
  wallFile: URL = new URL('../classroom/stage/wall.css', import.meta.url),
): Plugin {
  return {
    postcssPlugin: 'older-styles',
    Once(root) {
      // 每次现读：开发时改了颜色，混出来的也跟着变
      const [tokens, wall] = [tokensFile, wallFile].map((file) => readFileSync(file, 'utf8'));
      mixing(root, colourTokens(tokens!), colourTokens(wall!, contrastWall));
      scripting(root);
      root.walkDecls((declaration) => {
        declaration.value = declaration.value.replace(/oklch\([^()]*\)/g, (text) => {
          const colour = readColour(text);
          return colour ? toHex(colour) : text;
        });
      });
    },
  };
}
