/**
 * 蓝图存成的文件，和读回来。文件是 JSON，写的是中文，学生打开看得懂、改得动；
 * 读的时候什么都可能遇到：不是 JSON、别的东西、缺这缺那、数写成了字。能用的都用上，改过的一处一处说。
 */
import { nearest, type ListParam, type Row } from '../../widget-kit/model.ts';
import { legalRow } from '../../widget-kit/rows.ts';
import { backTo, bandName, bands, fields, type Step } from './steps.ts';

const kind = '服务蓝图';
const version = 1;
const own = '本步';
const none = '不重做';

export function writeBlueprint(steps: readonly Step[]): string {
  const rows = steps.map((step, i) => {
    const to = backTo(step, i);
    return {
      名字: step.name,
      有形展示: step.seen,
      带: bandName(step.band),
      分钟: step.minutes,
      '失败%': step.failure,
      另花分钟: step.extra,
      退回: to === null ? none : to === i ? own : to + 1,
    };
  });
  return `${JSON.stringify({ 文件: kind, 版本: version, 步骤: rows }, null, 2)}\n`;
}

export type BlueprintReading =
  | { ok: true; steps: Step[]; notes: string[] }
  | { ok: false; reason: string };

type Found = Record<string, unknown>;
const isRecord = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** 原样念给人听，太长的只念开头。 */
function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const shown = [...text.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')];
  return `“${shown.slice(0, 12).join('')}${shown.length > 12 ? '……' : ''}”`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** 写成字的数也认：全角的先换成半角。 */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return Number.NaN;
  return Number(value.normalize('NFKC').replace(/%$/, ''));
}

export function readBlueprint(text: string, param: ListParam): BlueprintReading {
  const refuse = (reason: string): BlueprintReading => ({ ok: false, reason });
  if (text.trim() === '') return refuse('文件是空的。');
  const file = parse(text);
  if (file === undefined)
    return refuse(
      '这不是本实验存出来的文件（不是完整的 JSON）。手改过的，看看括号、引号和逗号是不是成对、是不是半角。',
    );
  if (!isRecord(file) || file['文件'] !== kind)
    return refuse('这不是服务蓝图：开头没有“文件: 服务蓝图”。请选本实验存出来的那一份。');
  if (typeof file['版本'] === 'number' && file['版本'] > version)
    return refuse('这份蓝图是更新的版本存的，请刷新页面再读。');
  const listed: unknown = file['步骤'];
  if (!Array.isArray(listed)) return refuse('文件里没有“步骤”这张表。');

  const notes: string[] = [];
  const good: { row: Found; number: number }[] = [];
  listed.forEach((row: unknown, i) => {
    if (isRecord(row)) good.push({ row, number: i + 1 });
    else notes.push(`第 ${i + 1} 步不是一步该有的样子，没有采用。`);
  });
  if (good.length > param.atMost)
    notes.push(`最多画 ${param.atMost} 步，后面的 ${good.length - param.atMost} 步没有采用。`);
  const used = good.slice(0, param.atMost);
  if (used.length < param.atLeast)
    return refuse(`至少要 ${param.atLeast} 步，文件里读得懂的只有 ${used.length} 步。`);
  const place = new Map(used.map(({ number }, i) => [number, i]));
  const steps = used.map(({ row, number }, i) =>
    readStep({ row, number, i, place, note: (words) => notes.push(`第 ${number} 步：${words}。`) }),
  );
  return { ok: true, steps: steps.map((step) => legalRow(param, step) as Row & Step), notes };
}

interface Line {
  row: Found;
  /** 文件里的第几步，从 1 起 */
  number: number;
  /** 采用以后的下标 */
  i: number;
  /** 文件里的第几步 → 采用以后的下标 */
  place: ReadonlyMap<number, number>;
  note: (words: string) => void;
}

function readStep({ row, number, i, place, note }: Line): Step {
  const words = (key: string, field: (typeof fields)['name' | 'seen']) => {
    const value = row[key];
    if (value === undefined) return field.default;
    if (typeof value !== 'string' && typeof value !== 'number') {
      note(`“${key}”不是文字，没有采用`);
      return field.default;
    }
    const text = String(value);
    if ([...text.trim()].length > field.longest)
      note(`“${key}”最多 ${field.longest} 个字，${quote(text)}只留了开头`);
    return text;
  };
  const count = (key: string, field: (typeof fields)['minutes' | 'failure' | 'extra']) => {
    if (row[key] === undefined) return field.default;
    const value = toNumber(row[key]);
    if (Number.isNaN(value)) {
      note(`“${key}”写的是${quote(row[key])}，不是数，先用 ${field.default}`);
      return field.default;
    }
    const used = nearest(field, value);
    if (Math.abs(used - value) > field.step * 1e-6)
      note(
        `“${key}”只取 ${field.min} 到 ${field.max}、每格 ${field.step}，${quote(value)}改成了 ${used}`,
      );
    return used;
  };
  return {
    name: words('名字', fields.name),
    seen: words('有形展示', fields.seen),
    band: readBand(row['带'], note),
    minutes: count('分钟', fields.minutes),
    failure: count('失败%', fields.failure),
    extra: count('另花分钟', fields.extra),
    back: readBack({ value: row['退回'], number, i, place, note }),
  };
}

function readBand(value: unknown, note: Line['note']): number {
  const at = typeof value === 'string' ? value.trim() : '';
  const band = bands.findIndex((name) => name === at || (at !== '' && name.startsWith(at)));
  if (band >= 0) return band + 1;
  note(
    `“带”写的是${value === undefined ? '空的' : quote(value)}，只认${bands.join('、')}，先放在前台`,
  );
  return fields.band.default;
}

function readBack({
  value,
  number,
  i,
  place,
  note,
}: Omit<Line, 'row'> & { value: unknown }): number {
  if (value === none) return 0;
  if (value === undefined || value === own || value === number) return i + 1;
  const to = place.get(toNumber(value));
  if (to !== undefined && to < i) return to + 1;
  note(`“退回”写的是${quote(value)}，不是前面的一步，改成本步重做`);
  return i + 1;
}
