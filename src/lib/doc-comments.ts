/** 读计算模块的文档注释：第一段说是什么，其后是按名字分开的几段，最后一个带值的例子。 */

/** 各段的名字，也是页面上的先后。 */
export const partLabels = ['假设', '目标', '约束', '符号与单位', '出处', '边界', '复杂度'] as const;

export type PartLabel = (typeof partLabels)[number];

/** 每个公开模型的主函数都要有的几段。 */
export const requiredParts: readonly PartLabel[] = ['假设', '符号与单位', '出处', '边界', '复杂度'];

export interface DocExample {
  /** 一个表达式，只用本文件导出的函数。 */
  expression: string;
  /** 注释里写着的值，未经求值。 */
  value: string;
}

export interface DocComment {
  /** 第一段：是什么。 */
  summary: string;
  /** 没有名字的其余各段。 */
  notes: string[];
  /** 有名字的各段，按 `partLabels` 的先后。 */
  parts: { label: PartLabel; text: string }[];
  /** 没有例子，或例子写得不成“表达式 // 值”时为 null。 */
  example: DocExample | null;
  /** 标了 `@internal`：给别的模块用的零件，不单独介绍。 */
  internal: boolean;
}

/** 行与行接起来：两个西文词之间才要空格，汉字之间不要。 */
function joinLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) =>
      /[\w,.;:)]$/.test(text) && /^[\w(]/.test(line) ? `${text} ${line}` : text + line,
    '',
  );
}

/** 去掉注释的记号，留下正文各行。 */
function contentLines(comment: string): string[] {
  return comment
    .replace(/^\s*\/\*\*+/, '')
    .replace(/\*\/\s*$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
}

function readExample(lines: readonly string[]): DocExample | null {
  const text = lines.join('\n').trim();
  const cut = text.lastIndexOf('//');
  const expression = text.slice(0, Math.max(0, cut)).trim().replace(/;$/, '');
  const value = text.slice(cut + 2).trim();
  return cut > 0 && expression && value ? { expression, value } : null;
}

/** `comment` 连同它的开头与结尾记号；不带记号的正文也收。 */
export function readDocComment(comment: string): DocComment {
  const body: string[] = [];
  const example: string[] = [];
  let internal = false;
  let tag = '';
  for (const line of contentLines(comment)) {
    const found = /^@(\w+)\s*(.*)$/.exec(line);
    if (found) {
      tag = found[1] ?? '';
      if (tag === 'internal') internal = true;
      else if (tag === 'example') example.push(found[2] ?? '');
    } else if (tag === 'example') example.push(line);
    else if (tag === '') body.push(line);
  }

  const paragraphs: string[][] = [];
  const parts = new Map<PartLabel, string[]>();
  let current: string[] | null = null;
  for (const line of body) {
    const labelled = /^([^：\s]{2,5})：(.*)$/.exec(line);
    const label = partLabels.find((name) => name === labelled?.[1]);
    if (label) {
      current = [(labelled?.[2] ?? '').trim()];
      parts.set(label, current);
    } else if (line.trim() === '') {
      current = null;
    } else if (current) {
      current.push(line.trim());
    } else {
      current = [line.trim()];
      paragraphs.push(current);
    }
  }
  const [summary = '', ...notes] = paragraphs.map(joinLines);
  return {
    summary,
    notes,
    parts: partLabels.flatMap((label) => {
      const lines = parts.get(label);
      return lines ? [{ label, text: joinLines(lines) }] : [];
    }),
    example: example.length > 0 ? readExample(example) : null,
    internal,
  };
}

/** “M/M/c 排队：泊松到达……” → 名字与说明；没有冒号或冒号前太长时，名字为空。 */
export function splitSummary(summary: string): { title: string; text: string } {
  const cut = summary.search(/[：，。；]/);
  return cut > 0 && cut <= 30 && summary[cut] === '：'
    ? { title: summary.slice(0, cut), text: summary.slice(cut + 1) }
    : { title: '', text: summary };
}

/** 正文里的反引号与裸写的程序字面量。 */
export function splitCode(text: string): { text: string; code: boolean }[] {
  return text
    .split(/(`[^`]+`|\b(?:NaN|undefined)\b)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const quoted = /^`([^`]+)`$/.exec(piece);
      return quoted
        ? { text: quoted[1] ?? '', code: true }
        : { text: piece, code: piece === 'NaN' || piece === 'undefined' };
    });
}
