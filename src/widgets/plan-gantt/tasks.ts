/** 任务表与各场景的任务：一行一件，先后写任务名。 */
import type { UncertainTask } from '../../calc/improvement/project-outcomes.ts';
import { upTo } from '../../lib/format.ts';
import type { RowOf } from '../../widget-kit/model.ts';

const weeks = (label: string, usual: number) =>
  ({
    kind: 'number',
    label,
    unit: '周',
    min: 0,
    max: 30,
    step: 0.5,
    default: usual,
  }) as const;

export const fields = {
  name: { kind: 'text', label: '任务', longest: 4, default: '新任务' },
  optimistic: weeks('最快', 1),
  mostLikely: weeks('最可能', 2),
  pessimistic: weeks('最慢', 4),
  after: { kind: 'text', label: '先做完', longest: 20, default: '' },
} as const;
export type TaskRow = RowOf<typeof fields>;

const row = (
  name: string,
  [optimistic, mostLikely, pessimistic]: readonly [number, number, number],
  after = '',
): TaskRow => ({ name, optimistic, mostLikely, pessimistic, after });

/** 皮肤科预约改造，八件事。 */
export const clinic: readonly TaskRow[] = [
  row('立项', [1, 1, 2]),
  row('画流程', [2, 3, 6], '立项'),
  row('改系统', [4, 6, 14], '立项'),
  row('训员工', [2, 3, 5], '画流程'),
  row('写标准', [2, 3, 7], '画流程'),
  row('试点', [3, 4, 8], '改系统、训员工、写标准'),
  row('检查', [1, 1, 2], '试点'),
  row('推广', [2, 3, 6], '检查'),
];

/** 另外三件已经提前做完，只剩一条路。 */
export const onePath: readonly TaskRow[] = clinic
  .filter(({ name }) => !['画流程', '训员工', '写标准'].includes(name))
  .map((each) => (each.name === '试点' ? { ...each, after: '改系统' } : each));

const five = ['规划', '消防', '燃气', '供电', '住户'];
/** 加装电梯，五处点头。 */
export const lift: readonly TaskRow[] = [
  row('递申请', [1, 1, 1]),
  ...five.map((name) => row(name, [2, 4, 10], '递申请')),
  row('发许可', [1, 1, 1], five.join('、')),
];

export const nameOf = ({ name }: TaskRow, i: number) => name || `第 ${i + 1} 件`;
/** 3 周、3.5 周。 */
export const inWeeks = (value: number) => `${upTo(value, 1)} 周`;

const separators = /[、，,；;\s]+/;

/** 一件任务改了名：下面“先做完”里指着它的，跟着改。别的改法原样放行。 */
export function renamed(before: readonly TaskRow[], after: readonly TaskRow[]): readonly TaskRow[] {
  const at = after.findIndex(({ name }, i) => name !== before[i]?.name);
  const [old, now] = [before[at]?.name, after[at]?.name];
  const others = after.some(({ name }, i) => i > at && name !== before[i]?.name);
  if (before.length !== after.length || others || !old || !now) return after;
  return after.map((row, i) => {
    const names = row.after.split(separators);
    // 同名的取最近的一件：中间还有一件叫这个名字，指的就不是它
    const mine = i > at && after.slice(0, i).findLastIndex(({ name }) => name === old) < at;
    return mine && names.includes(old)
      ? { ...row, after: names.map((name) => (name === old ? now : name)).join('、') }
      : row;
  });
}

/** 算的时候用的任务：三个数自小到大排好；先后只认排在上面的任务名，免得绕圈。 */
export function readTasks(rows: readonly TaskRow[]): {
  tasks: UncertainTask[];
  /** 写在“先做完”里、上面却找不到的名字 */
  unknown: { task: string; name: string }[];
} {
  const unknown: { task: string; name: string }[] = [];
  const tasks = rows.map((each, i) => {
    const [optimistic, mostLikely, pessimistic] = [
      each.optimistic,
      each.mostLikely,
      each.pessimistic,
    ].toSorted((a, b) => a - b) as [number, number, number];
    const after = each.after
      .split(separators)
      .filter(Boolean)
      .flatMap((name) => {
        const found = rows.slice(0, i).findLastIndex((other) => other.name === name);
        if (found < 0) unknown.push({ task: nameOf(each, i), name });
        return found < 0 ? [] : [String(found)];
      });
    return { id: String(i), optimistic, mostLikely, pessimistic, after };
  });
  return { tasks, unknown };
}
