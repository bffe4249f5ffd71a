/** 三幅曲线：门槛的代价、误报的机会、平均等几点；现在的一点画在线上。 */
import { overAdjustment } from '../../calc/quality/control/over-adjustment.ts';
import { runLength, signalWithin } from '../../calc/quality/control/run-length.ts';
import { percent, upTo } from '../../lib/format.ts';
import { smoothedWaits } from './cups.ts';
import { cupsText, grouped, ratio, type Result, type Setting } from './model.ts';

export interface Spot {
  x: number;
  y: number;
}
interface Axis {
  label: string;
  min: number;
  max: number;
  ticks: readonly number[];
  percent?: boolean;
  log?: boolean;
}
export interface Figure {
  x: Axis;
  y: Axis;
  label: string;
  lines: readonly {
    name: string;
    spots: readonly Spot[];
    now?: number;
    color: string;
    dash?: boolean;
  }[];
}

const [first, second, third] = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)'];
/** 0 到 `last`，隔 `step` 一个 */
const along = (last: number, step: number, at: (x: number) => number): Spot[] =>
  Array.from({ length: Math.round(last / step) + 1 }, (_, i) => ({ x: i * step, y: at(i * step) }));

/** 门槛从 0 到 4σ，各要付多少代价；算起来费时，只跟着这两样变。 */
export const ruleCurve = (drops: number, offset: number) =>
  along(4, 0.5, (beyond) => overAdjustment({ beyond, drops, offset }).ratio);

const ruleFigure = (spots: readonly Spot[], { rule }: Result): Figure => ({
  x: { label: '偏出几个 σ 才拨', min: 0, max: 4, ticks: [0, 1, 2, 3, 4] },
  y: { label: '均方偏差是不拨的几倍', min: 0, max: 3, ticks: [0, 1, 2, 3] },
  label: `杯杯都拨 ${ratio(spots[0]?.y ?? 0)}，偏出 4σ 才拨 ${ratio(spots.at(-1)?.y ?? 0)}`,
  lines: [
    { name: '许多批平均', spots, now: rule.ratio, color: first },
    { name: '不拨', spots: along(4, 4, () => 1), color: 'var(--ink-soft)', dash: true },
  ],
});

const alarmFigure = ({ beyond, watched, shift }: Setting, { any }: Result): Figure => ({
  x: { label: '一共看几点', min: 0, max: 400, ticks: [0, 100, 200, 300, 400] },
  y: {
    label: '至少一点越限的机会',
    min: 0,
    max: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    percent: true,
  },
  label: `看的点越多，越容易撞上：${watched} 点 ${percent(any)}`,
  lines: [
    {
      name: `限是 ${upTo(beyond, 1)}σ`,
      spots: along(400, 10, (points) =>
        signalWithin({ shift, sigmas: Math.max(beyond, 1e-6) }, Math.round(points)),
      ),
      now: any,
      color: first,
    },
  ],
});

const waitFigure = ({ beyond, shift }: Setting, { wait }: Result): Figure => {
  const single = (sampleSize: number) =>
    along(
      3,
      0.1,
      (at) => runLength({ shift: at, sigmas: Math.max(beyond, 1e-6), sampleSize }).averageRunLength,
    );
  return {
    x: { label: '真偏了几个 σ', min: 0, max: 3, ticks: [0, 1, 2, 3] },
    y: { label: '平均几点报警', min: 1, max: 1000, ticks: [1, 10, 100, 1000], log: true },
    label: `偏 ${upTo(shift, 1)}σ，单杯图 ${cupsText(wait.single)}，加权平均的图 ${cupsText(wait.smoothed)}`,
    lines: [
      { name: '单杯', spots: single(1), now: wait.single, color: first },
      { name: '四杯平均', spots: single(grouped), color: third, dash: true },
      {
        name: '加权平均',
        spots: smoothedWaits.map((y, i) => ({ x: i / 10, y })),
        now: wait.smoothed,
        color: second,
      },
    ],
  };
};

/** 这一问的曲线，与现在在横轴的哪里；亲手拨的没有曲线。 */
export function figureOf(values: Setting, result: Result, rule: readonly Spot[]) {
  if (values.story === 'rule') return { figure: ruleFigure(rule, result), at: values.beyond };
  if (values.story === 'alarm') return { figure: alarmFigure(values, result), at: values.watched };
  return { figure: waitFigure(values, result), at: values.shift };
}
