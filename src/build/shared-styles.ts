/**
 * 样式分几处放，读者一节一节读下去，每条规则只收一次：
 *
 * - 多数小节都有的规则放进一个共用的样式表，浏览器存着，全站都引用它；
 * - 一章里几节都有的，放进那一章的样式表（chapter-styles.ts）；
 * - 网页里还没有、要等脚本画出来才用得上的部件（手绘、播放条、数据导入、题型……），样式跟着
 *   脚本走：写成停用的 `<link disabled>`，浏览器不取，谁要画谁先启用（lib/later-styles.ts）；
 * - 剩下的是这一页自己的，内联。
 *
 * 这一页晚到的规则排在内联的之后：它们多半是状态（`.late` 盖过 `.bar`），源文件里也写在后头。
 */
import { createHash } from 'node:crypto';
import { chapterShares } from './chapter-styles.ts';
import { ownStyles, reachable, scopesIn } from './own-styles.ts';
import type { Site } from './site.ts';
import { atomsOf, keyOf, mergedOrder, sheetOf, type Atom } from './style-atoms.ts';

const style = /<style[^>]*>([\s\S]*?)<\/style>/g;

const within = (atoms: readonly Atom[], set: ReadonlySet<string>) =>
  atoms.filter((atom) => set.has(keyOf(atom)));
const without = (atoms: readonly Atom[], set: ReadonlySet<string>) =>
  atoms.filter((atom) => !set.has(keyOf(atom)));

/** 在这些页里，至少占 `share` 的页都有的规则。 */
function recurring(pages: readonly (readonly Atom[])[], share: number): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const atom of page) counts.set(keyOf(atom), (counts.get(keyOf(atom)) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= pages.length * share).map(([key]) => key),
  );
}

/** 这一页晚到的规则再少，单独一个文件的首部就比省下的多：照旧内联。 */
const worthAFile = 600;

/** 章里的小节；章首与小结不算。 */
const isSection = (file: string) => /^chapters\/[^/]+\/(?!closing\/)[^/]+\/index\.html$/.test(file);

/** 开机脚本与页面脚本会加在根元素上的，随时会有 */
const soon = /^(js|code-missing|data-theme|data-text|data-keys|data-pressed)$/;

/**
 * 实验的框与各个部件的规则里，要等接管以后才选得中的：选择器要的类名或属性，这一页里还没有。
 * 投影、并排、粘住、一行结果，图里揭晓以后才画的记号，都是这样。
 */
export function waitsForScript({ css }: Atom, html: string): boolean {
  const selectors = css.slice(0, css.indexOf('{'));
  if (!/\.(widget|w-[a-z]|projecting|sv-)/.test(selectors)) return false;
  const there = (name: string) => soon.test(name) || new RegExp(`[\\s"]${name}[\\s"=>]`).test(html);
  const plain = selectors.replace(/:(not|is|has|where)\((?:[^()]|\([^()]*\))*\)/g, '');
  return plain
    .split(',')
    .every((one) =>
      [...one.matchAll(/(?:\.|\[)(-?[a-z][\w-]*)/gi)].some(([, name = '']) => !there(name)),
    );
}

/** 只有整页与嵌入的实验投影；正文里的要先“整页打开”，投影的样子用不着。 */
const projects = (html: string) => /\bdata-place="(?!inline")/.test(html);
export function onlyProjecting({ css }: Atom): boolean {
  return css
    .slice(0, css.indexOf('{'))
    .split(/,(?![^(]*\))/)
    .every((selector) => /\.projecting\b/.test(selector));
}

/** 一页的规则：网页里已经用得上的，和脚本画出来才用得上的。 */
interface Part {
  now: Atom[];
  later: Atom[];
}

function partOf(html: string, scripts: ReadonlyMap<string, string>): Part {
  const css = [...html.matchAll(style)].map((match) => match[1]?.trim()).join('\n');
  const text = html.replace(style, '');
  const shown = scopesIn(text);
  const now = atomsOf(ownStyles(css, shown)).filter((atom) => !waitsForScript(atom, text));
  const have = new Set(now.map(keyOf));
  const drawn = [...reachable(text, scripts)].map((name) => scripts.get(name) ?? '');
  const all = atomsOf(ownStyles(css, new Set([...shown, ...scopesIn(drawn.join('\n'))])));
  const later = all.filter((atom) => !have.has(keyOf(atom)));
  return { now, later: projects(text) ? later : later.filter((atom) => !onlyProjecting(atom)) };
}

/** `urlPrefix` 是 `_astro/` 的网址，含部署前缀，以 / 结尾。 */
export function shareStyles(
  { pages, scripts, sheets }: Site,
  urlPrefix: string,
  shortest = worthAFile,
): void {
  const parts = new Map([...pages].map(([file, html]) => [file, partOf(html, scripts)] as const));
  const sections = [...parts].filter(([file]) => isSection(file)).map(([, part]) => part);
  const shared = recurring(
    sections.map(({ now }) => now),
    1 / 5,
  );
  const sharedLater = recurring(
    sections.map(({ later }) => later).filter((later) => later.length > 0),
    1 / 2,
  );
  // 全站的底子排在最前，部件的样式才盖得过它：它们在各页里先后不一
  const everywhere = recurring(
    [...parts.values()].map(({ now }) => now),
    1,
  );

  const linkTo = (name: string, atoms: readonly Atom[], attributes = '') => {
    if (atoms.length === 0) return '';
    const css = sheetOf(atoms);
    const file = `${name}.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
    sheets.set(file, css);
    return `<link rel="stylesheet" href="${urlPrefix}${file}"${attributes}>`;
  };
  const order = mergedOrder(sections.map(({ now }) => within(now, shared)));
  const sharedLink = linkTo('shared', [
    ...within(order, everywhere),
    ...without(order, everywhere),
  ]);
  // 次序全站一致，内容相同的几页才会用同一个文件
  const laterOrder = mergedOrder([...parts.values()].map(({ later }) => without(later, shared)));
  const laterLink = linkTo('later', within(laterOrder, sharedLater), ' disabled');

  const chapterLinks = new Map<string, { keys: ReadonlySet<string>; link: string }>();
  for (const mine of Map.groupBy(
    [...parts].filter(([file]) => isSection(file)),
    ([file]) => file.split('/')[1],
  ).values()) {
    const own = new Map(mine.map(([file, { now }]) => [file, without(now, shared)] as const));
    const { files, keys } = chapterShares(own);
    const atoms = mergedOrder(files.map((file) => within(own.get(file) ?? [], keys)));
    const link = linkTo('chapter', atoms);
    for (const file of files) chapterLinks.set(file, { keys, link });
  }

  for (const [file, { now, later }] of parts) {
    const chapter = chapterLinks.get(file);
    const rest = within(without(laterOrder, sharedLater), new Set(later.map(keyOf)));
    const few = sheetOf(rest).length < shortest;
    const own =
      sheetOf(without(without(now, shared), chapter?.keys ?? new Set())) +
      (few ? sheetOf(rest) : '');
    const links = [sharedLink, chapter?.link ?? '', later.length > 0 ? laterLink : ''];
    const ownLater = few ? '' : linkTo('later', rest, ' disabled');
    let placed = false;
    const html = (pages.get(file) ?? '').replace(style, () => {
      if (placed) return '';
      placed = true;
      return links.join('') + (own && `<style>${own}</style>`) + ownLater;
    });
    pages.set(file, html);
  }
}
