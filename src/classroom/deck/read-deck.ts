/**
 * 读 content/decks/<章>.mdx：有哪些步、写了什么、写错了哪里。只在构建与测试时用。
 * 属性只能写字面的值（数、文字、列表），要算的数写在正文的 {…} 里；这样不跑 MDX 也读得出来。
 * 情境与问句里实验的设置写成 {参数名}，由 fill.ts 换成数。
 */
import { load } from 'js-yaml';
import { mdxToMdast } from 'satteri';
import { deckSchema } from '../../schemas/deck.ts';
import { stepSchemas, type Attributes, type StepTag } from './step-schema.ts';

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  position?: { start: { line: number } };
  attributes?: { type: string; name?: string; value?: null | string | { value: string } }[];
  children?: Node[];
}

interface Written {
  line: number;
  /** 墙上的字有多少 */
  length: number;
  /** 自己写的选项有几个 */
  options: number;
  /** 有没有写自己的题面 */
  prompted: boolean;
}
export type ReadStep = {
  [T in StepTag]: Written & { tag: T; attributes: Attributes<T> };
}[StepTag];

export interface ReadDeck {
  chapter: string;
  periods: number[];
  steps: ReadStep[];
  /** 第几节课从哪一步起：`<Period />` 之后的头一步；头一节从 0 起 */
  starts: number[];
  problems: string[];
}

/** 一步里的正文最多几个字 */
export const longestProse = 120;
const isTag = (name: string | null | undefined): name is StepTag =>
  typeof name === 'string' && Object.hasOwn(stepSchemas, name);
const notes = ['Say', 'Wrong'];

function walk(node: Node, visit: (node: Node) => boolean): void {
  if (!visit(node)) return;
  for (const child of node.children ?? []) walk(child, visit);
}

/** 属性照 YAML 的流式写法读：`5`、`[5, 8]`、`{ ask: '…' }` 与 JavaScript 的字面值写法相同。 */
function attributesOf(node: Node, at: (line: number) => string, problems: string[]) {
  const found: Record<string, unknown> = {};
  for (const { type, name, value } of node.attributes ?? []) {
    if (type !== 'mdxJsxAttribute' || name === undefined) {
      problems.push(`${at(lineOf(node))}属性不能用 {...} 展开：一个一个写出来`);
      continue;
    }
    if (value === null || value === undefined) found[name] = true;
    else if (typeof value === 'string') found[name] = value;
    else {
      try {
        found[name] = load(value.value);
      } catch {
        problems.push(
          `${at(lineOf(node))}属性 ${name} 只能写字面的值，如 {5}、{[5, 8]}；要算的数写在正文里`,
        );
      }
    }
  }
  return found;
}

const lineOf = (node: Node) => node.position?.start.line ?? 1;

/** 数后面跟着单位或百分号，而且是手打的；{…} 里算出来的不在文字里。 */
const typed = /\d[\d.,]*\s*(?:%|％|分钟|小时|秒|倍|人|位|个|通|元|条|成(?![本功]))/u;
/** 上墙的几样属性，说的多半是实验的设置：点数、分数、公里也不手打 */
const worded = ['setting', 'question', 'covered'] as const;
const typedSetting = new RegExp(`${typed.source}|\\d[\\d.,]*\\s*(?:点|分|公里)`, 'u');
/** 写成汉字也是手打的：“十二公里”。“两家”“三种”是名字，“一百个人里”是百分数的说法，不算 */
const spelled =
  /(?<![一二三四五六七八九])(?!一百[个位人])[一二三四五六七八九]?[十百千][一二三四五六七八九十百千零]*(?:分钟|小时|秒|倍|人|位|个|通|元|条|点|分(?!之)|公里|平方米|米|天|周|月|年(?!代)|家|项|样|组)/u;
/** “退掉一成”；看到的那一问说的是刚才怎样拧，“推到九成”不算 */
const tenths = /[一二三四五六七八九]成(?![为本功])/u;
/** 备注叫人自己盖住、先猜再看 */
const coversByHand = /按 ?B(?![a-z])|黑屏|先[^。，：；]{0,8}(?:举手|猜|押)/u;

export function readDeck(file: string, source: string): ReadDeck {
  const problems: string[] = [];
  const at = (line: number) => `${file} 第 ${line} 行：`;
  const tree = treeOf(source, at, problems);
  const front = tree.children?.find(({ type }) => type === 'yaml');
  const head = deckSchema.safeParse(load(front?.value || '{}'));
  for (const issue of head.error?.issues ?? []) problems.push(`${at(1)}${issue.message}`);
  const steps: ReadStep[] = [];
  const starts = [0];
  const ids = new Map<string, number>();
  for (const node of tree.children ?? []) {
    const line = lineOf(node);
    if (['yaml', 'mdxjsEsm', 'mdxFlowExpression'].includes(node.type)) continue;
    if (node.name === 'Period') {
      starts.push(steps.length);
      continue;
    }
    if (!isTag(node.name)) {
      problems.push(
        `${at(line)}${node.name ? `没有 <${node.name}> 这种步` : '正文要写在一步里面'}：用 ${Object.keys(stepSchemas).join('、')}`,
      );
      continue;
    }
    const parsed = stepSchemas[node.name].safeParse(attributesOf(node, at, problems));
    for (const { path, message } of parsed.error?.issues ?? [])
      problems.push(
        `${at(line)}<${node.name}> ${path.join('.')}：${/Unrecognized/.test(message) ? `不认识的属性：${message}` : message}`,
      );
    const written = inside(node, at, problems);
    if (!written.said)
      problems.push(`${at(line)}<${node.name}> 没有 <Say>：写教师这一步说什么、问什么、怎么接`);
    if (written.length > longestProse)
      problems.push(
        `${at(line)}<${node.name}> 的正文有 ${written.length} 个字：投影上至多 ${longestProse} 个，细处写进 <Say>`,
      );
    if (!parsed.data) continue;
    const { id } = parsed.data;
    const said: Record<string, unknown> = parsed.data;
    const { see } = said as { see?: { ask: string } };
    for (const name of [...worded, 'see.ask']) {
      const text = name === 'see.ask' ? see?.ask : said[name];
      const own = typeof text === 'string' ? text.replace(/\{[^{}]*\}/g, '') : '';
      const found =
        typedSetting.exec(own) ??
        spelled.exec(own) ??
        (name === 'see.ask' ? null : tenths.exec(own));
      if (found)
        problems.push(
          `${at(line)}<${node.name}> ${name} 里的“${found[0]}”是手打的数：写成 {参数名}，由实验的设置换上`,
        );
    }
    if (node.name === 'Run' && said['covered'] === undefined) {
      const found = coversByHand.exec(written.noted);
      if (found)
        problems.push(
          `${at(line)}<Run> 的备注写着“${found[0]}”，墙上却一到就亮着：写 covered，墙上先只问这一句`,
        );
    }
    const earlier = ids.get(id);
    if (earlier !== undefined)
      problems.push(`${at(line)}编号 ${id} 与第 ${earlier} 行的那一步重了：换一个`);
    ids.set(id, line);
    steps.push({ tag: node.name, attributes: parsed.data, line, ...written } as ReadStep);
  }
  const { chapter = '', periods = [] } = head.data ?? {};
  if (starts.length !== periods.length)
    problems.push(
      `${at(1)}periods 写了 ${periods.length} 节课，<Period /> 把步分成 ${starts.length} 节：两处对上`,
    );
  periods.forEach((allowed, i) => {
    const mine = steps.slice(starts[i], starts[i + 1]);
    const sum = mine.reduce((total, { attributes }) => total + attributes.minutes, 0);
    if (sum > allowed)
      problems.push(
        `${at(mine[0]?.line ?? 1)}第 ${i + 1} 节课各步加起来 ${sum} 分钟，超过 ${allowed} 分钟：改 minutes，或挪到下一节`,
      );
  });
  return { chapter, periods, steps, starts, problems };
}

/** 标签没有配对之类，MDX 读不通：也说在哪一行。 */
function treeOf(source: string, at: (line: number) => string, problems: string[]): Node {
  try {
    return mdxToMdast(source, {
      features: { math: true, frontmatter: true, smartPunctuation: false },
    }) as unknown as Node;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push(`${at(Number(/^(\d+):/.exec(message)?.[1] ?? 1))}读不通：${message}`);
    return { type: 'root' };
  }
}

/** 一段里的字。 */
function textOf({ type, value, children }: Node): string {
  return type === 'text' ? (value ?? '') : (children ?? []).map(textOf).join('');
}

/** 一步里面写了什么：备注不算墙上的字。 */
function inside(step: Node, at: (line: number) => string, problems: string[]) {
  let [length, options, said, prompted, noted] = [0, 0, false, false, ''];
  for (const child of step.children ?? [])
    walk(child, (node) => {
      if (node.name && notes.includes(node.name)) {
        said ||= node.name === 'Say';
        noted += textOf(node);
        return false;
      }
      if (node.name === 'Option') options += 1;
      else if (node.type === 'paragraph' && !(node.children ?? []).every(isOption)) prompted = true;
      if (node.type === 'mdxTextExpression' || node.type === 'inlineMath') length += 4;
      if (node.type !== 'text') return true;
      const text = node.value ?? '';
      length += text.replace(/\s/g, '').length;
      const found = typed.exec(text);
      if (found)
        problems.push(
          `${at(lineOf(node))}“${found[0]}”是手打的数：写成 {…}，由 ~/calc 或实验的 model 算出来`,
        );
      return true;
    });
  return { length, options, said, prompted, noted };
}
const isOption = (node: Node) =>
  node.name === 'Option' || (node.type === 'text' && (node.value ?? '').trim() === '');
