/**
 * 一节正文的 HTML → 纸上的 HTML：实验不再接管（去掉岛屿标记），符号说明都打开，
 * 各节的锚点加上前缀，每个实验后面附上回到线上那一页的二维码，例题的解答集中到章末。
 * 输入是本站自己渲染出来的 HTML，不是读者给的，所以按标签改写就够了。
 */
import { render } from 'svelte/server';
import { scenarioValues } from '../../widget-kit/model.ts';
import { toQuery } from '../../widget-kit/link-state.ts';
import QrCode from '../../widget-kit/QrCode.svelte';
import { absoluteUrl, isLocal } from '../../lib/public-url.ts';
import { href } from '../../lib/url.ts';
import { widgetModels } from '../widgets/_list.ts';

const tags =
  /<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*(\/?)>/gi;
const islands =
  /<astro-island\b(?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*>([\s\S]*?)<\/astro-island>/g;

/** 指向别处锚点的属性，值是空格隔开的一串编号。 */
const references =
  /^(for|aria-labelledby|aria-describedby|aria-controls|aria-details|popovertarget|list)$/;
/** 全站唯一、跨节引用的锚点不改：图和资料。 */
const shared = /^(fig|ref)-/;

interface Place {
  prefix: string;
  section?: string | undefined;
}

export function toPaper(html: string, { prefix, section = '' }: Place): string {
  const flat = html
    .replace(/<!--[\s\S]*?-->/g, '')
    // 岛屿的接管脚本和它的显示样式，没有岛就用不着了
    .replace(/<script\b[\s\S]*?<\/script>|<style>astro-island[^<]*<\/style>/g, '')
    .replace(islands, (_, inside: string) => `<div class="on-paper">${settle(inside)}</div>`);
  return flat.replace(tags, (_, tag: string, attributes: string, close: string) => {
    const open = tag === 'details' && !/\sopen\b/.test(attributes) ? ' open' : '';
    const from = tag === 'paper-solution' ? ` data-section="${section}"` : '';
    return `<${tag}${renamed(attributes, prefix)}${open}${from}${close && ' /'}>`;
  });
}

/** 纸上的实验没有跑过仿真：“仿真 0 次”连同它的空结果不印。 */
const neverRun =
  /<div[^>]*>\s*<dt[^>]*>\s*仿真\s*0\s*次[\s\S]*?<\/dt>\s*<dd[\s\S]*?<\/dd>\s*<\/div>/g;

export interface Solution {
  id: string;
  title: string;
  /** 节号 */
  section: string;
  html: string;
}

/** 例题把解答装在 <paper-solution> 里（WorkedExample.astro）：抽出来，原处留一句去哪里找。 */
export function gatherSolutions(html: string): { body: string; solutions: Solution[] } {
  const solutions: Solution[] = [];
  const body = html.replace(
    /<paper-solution((?:\s[\w-]+="[^"]*")*)>([\s\S]*?)<\/paper-solution>/g,
    (_, attributes: string, inside: string) => {
      const read = (name: string) =>
        plain(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
      const id = `solution-${solutions.length + 1}`;
      solutions.push({
        id,
        title: read('data-title'),
        section: read('data-section'),
        html: inside,
      });
      return `<p class="to-solution"><a href="#${id}">解答见章末</a></p>`;
    },
  );
  return { body, solutions };
}

function renamed(attributes: string, prefix: string): string {
  const own = (id: string) => (id === '' || shared.test(id) ? id : `${prefix}-${id}`);
  return attributes.replace(
    /(\s)([^\s=]+)="([^"]*)"/g,
    (whole, space: string, name: string, value: string) => {
      if (name === 'id') return `${space}id="${own(value)}"`;
      if (references.test(name)) return `${space}${name}="${value.split(' ').map(own).join(' ')}"`;
      if (name === 'href' && value.startsWith('#')) return `${space}href="#${own(value.slice(1))}"`;
      // 同名的单选框即使在两节里也会互相抢选中
      if (name === 'name') return `${space}name="${own(value)}"`;
      const painted = value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`);
      return painted === value ? whole : `${space}${name}="${painted}"`;
    },
  );
}

/** 一个不再接管的岛：若是实验，换掉它自己的打印行，附上二维码。 */
function settle(inside: string): string {
  const id = /\sdata-widget="([^"]+)"/.exec(inside)?.[1];
  if (id === undefined) return inside;
  const model = widgetModels.find((candidate) => candidate.id === id);
  const scenario =
    model?.scenarios.find((option) => chosen(inside, option.id)) ?? model?.scenarios[0];
  const query =
    model && scenario ? toQuery(model, scenarioValues(model, scenario.id), scenario.id) : '';
  const path = `/widgets/${id}/${query}`;
  // data-widget 说的是“会接管”；纸上的不会，测试和样式都不该等它。
  const still = inside
    .replace(/\sdata-widget="/, ' data-still-widget="')
    .replace(/<p class="w-print[^>]*>[\s\S]*?<\/p>/, '')
    .replace(/<noscript>[\s\S]*?<\/noscript>/g, '')
    .replace(neverRun, '')
    .replace(tags, stilled)
    .replace(/<\/button>/g, '</span>');
  return `${still}<div class="scan">${qrCode(path)}<p>${scenario ? `场景：${escape(scenario.label)}。` : ''}在线动手，打开的就是这组设置：<br><a href="${escape(href(path))}">${escape(shownUrl(path))}</a></p></div>`;
}

/** 图里能按的格子，纸上只是一格；藏着的单选框留给样式认选中的是哪一个，自己不露面。 */
function stilled(whole: string, tag: string, attributes: string): string {
  if (tag === 'button')
    return `<span${attributes.replace(/\s(?:type|disabled|tabindex|aria-[\w-]+)(?:="[^"]*")?(?=\s|$)/g, '')}>`;
  const covered = tag === 'input' && /\sclass="[^"]*\bvisually-hidden\b/.test(attributes);
  return covered ? `<input hidden${attributes}>` : whole;
}

/** 场景单选框里选中的是不是这一个；属性的先后由渲染器决定。 */
function chosen(html: string, value: string): boolean {
  return [...html.matchAll(tags)].some(
    ([whole, tag, attributes = '']) =>
      tag === 'input' &&
      attributes.includes(`value="${value}"`) &&
      /\schecked\b/.test(whole) &&
      /-scenario"/.test(attributes),
  );
}

/** 构建时知道域名就直接画好；不知道就留个空位，由浏览器按当前域名画；只有本机打得开的不画。 */
function qrCode(path: string): string {
  const address = absoluteUrl(path);
  const url = address && !isLocal(address) ? address : null;
  const drawn = url
    ? render(QrCode, { props: { text: url, label: '打开这个实验的二维码' } }).body
    : '';
  return `<div class="qr"${url ? '' : ` data-qr="${escape(href(path))}"`}>${drawn.replace(/<!--[\s\S]*?-->/g, '')}</div>`;
}

function shownUrl(path: string): string {
  return absoluteUrl(path) ?? href(path);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `escape` 的反面；渲染器还会转义单引号。 */
function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
