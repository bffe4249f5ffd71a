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
import { contrastWall } from './older-styles.ts';
import { importedAtOnce, ownAtoms, scopesIn, scopesReached } from './own-styles.ts';
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

/** 一页里写着的类名、属性名与它们的值。 */
export const wordsIn = (html: string): Set<string> =>
  new Set([...html.matchAll(/[\s"]([\w-]+)(?=[\s"=>])/g)].map(([, word = '']) => word));

/** 选择器要的类名与属性；不是部件的规则没有。 */
const wanted = new Map<string, readonly (readonly string[])[] | null>();
function wantedBy({ css }: Atom): readonly (readonly string[])[] | null {
  const selectors = css.slice(0, css.indexOf('{'));
  const known = wanted.get(selectors);
  if (known !== undefined) return known;
  const plain = selectors.replace(/:(not|is|has|where)\((?:[^()]|\([^()]*\))*\)/g, '');
  const names = /\.(widget|w-[a-z]|projecting|sv-)/.test(selectors)
    ? plain
        .split(',')
        .map((one) => [...one.matchAll(/(?:\.|\[)(-?[a-z][\w-]*)/gi)].map(([, name = '']) => name))
    : null;
  wanted.set(selectors, names);
  return names;
}

/**
 * 实验的框与各个部件的规则里，要等接管以后才选得中的：选择器要的类名或属性，这一页里还没有。
 * 投影、并排、粘住、一行结果，图里揭晓以后才画的记号，都是这样。
 */
export function waitsForScript(atom: Atom, words: ReadonlySet<string>): boolean {
  const names = wantedBy(atom);
  return (
    names !== null &&
    names.every((each) => each.some((name) => !soon.test(name) && !words.has(name)))
  );
}

/** 只有整页与嵌入的实验投影；正文里的要先“整页打开”，投影的样子用不着。 */
const projects = (html: string) => /\bdata-place="(?!inline")/.test(html);
export function onlyProjecting({ css }: Pick<Atom, 'css'>): boolean {
  return css
    .slice(0, css.indexOf('{'))
    .split(/,(?![^(]*\))/)
    .every((selector) => /\.projecting\b/.test(selector));
}

/** 高对比的墙才选得中的：别的页用不着。 */
const hasWall = (html: string) => /\bclass-room\b/.test(html);
const onlyOnWall = ({ css }: Atom) => css.startsWith(`:where(${contrastWall})`);

/** 一页的规则：网页里已经用得上的，脚本画出来才用得上的，其中要等按需取的脚本来画的。 */
interface Part {
  now: Atom[];
  later: Atom[];
  late: ReadonlySet<string>;
}

/**
 * 课堂的播放器打开就接管，实验却一个一个按需取：它们的样式等要用时由它自己启用
 * （classroom/stage/late-styles.ts）。
 */
const bringsStyles = (html: string) => /\bdata-brings-styles\b/.test(html);

/** 同一个路由的各页样式一字不差：只拆一次。 */
const taken = new Map<string, Atom[]>();
function atomsIn(css: string): Atom[] {
  const known = taken.get(css) ?? atomsOf(css);
  taken.set(css, known);
  return known;
}

function partOf(html: string, scripts: ReadonlyMap<string, string>): Part {
  const text = html.replace(style, '');
  const every = atomsIn([...html.matchAll(style)].map((match) => match[1]?.trim()).join('\n'));
  const atoms = hasWall(text) ? every : every.filter((atom) => !onlyOnWall(atom));
  const [shown, words] = [scopesIn(text), wordsIn(text)];
  const now = ownAtoms(atoms, shown).filter((atom) => !waitsForScript(atom, words));
  const have = new Set(now.map(keyOf));
  const all = ownAtoms(atoms, new Set([...shown, ...scopesReached(text, scripts)]));
  const later = all.filter((atom) => !have.has(keyOf(atom)));
  const kept = projects(text) ? later : later.filter((atom) => !onlyProjecting(atom));
  if (!bringsStyles(text)) return { now, later: kept, late: new Set() };
  const soonDrawn = scopesReached(text, scripts, importedAtOnce);
  const late = kept.filter(({ css }) => {
    const scopes = [...scopesIn(css.slice(0, css.indexOf('{')))];
    return scopes.length === 0 || !scopes.every((each) => shown.has(each) || soonDrawn.has(each));
  });
  return { now, later: kept, late: new Set(late.map(keyOf)) };
}

const asLate = (link: string) => link.replace('rel="stylesheet"', 'rel="late"');

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

  for (const [file, { now, later, late }] of parts) {
    const chapter = chapterLinks.get(file);
    const rest = within(
      without(laterOrder, late.size > 0 ? late : sharedLater),
      new Set(later.map(keyOf)),
    );
    const few = sheetOf(rest).length < shortest;
    const brings = late.size > 0;
    // 共用的样式表也等要用时才取；这一页打开就要的，自己带着
    const mine = brings
      ? [...within(now, everywhere), ...without(now, everywhere)]
      : without(without(now, shared), chapter?.keys ?? new Set());
    const own = sheetOf(mine) + (few ? sheetOf(rest) : '');
    const links = brings
      ? [asLate(sharedLink)]
      : [sharedLink, chapter?.link ?? '', later.length > 0 ? laterLink : ''];
    const ownLater =
      (few ? '' : linkTo('later', rest, ' disabled')) +
      asLate(linkTo('late', within(laterOrder, late)));
    let placed = false;
    const html = (pages.get(file) ?? '').replace(style, () => {
      if (placed) return '';
      placed = true;
      return links.join('') + (own && `<style>${own}</style>`) + ownLater;
    });
    pages.set(file, html);
  }
}
