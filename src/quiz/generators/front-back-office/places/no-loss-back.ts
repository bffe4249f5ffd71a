import { findRoot } from '../../../../calc/core/roots.ts';
import { decoupling } from '../../../../calc/process/decoupling.ts';
import { percent, upTo } from '../../../../lib/format.ts';
import { oneOf, pick } from '../../kit/generator.ts';
import { definePlace } from '../../kit/place.ts';

/** 总周转随后台时间变的曲线上，刚好不亏的一点。 */
export const generator = definePlace({
  draw(random) {
    const hourly = pick(random, 18, 36, 2);
    const frontTime = pick(random, 3, 5);
    const backTime = pick(random, 5, 8);
    const frontServers = oneOf(random, [2, 3, 4]);
    const backServers = oneOf(random, [2, 3, 4]);
    const at = (specializedBackTime: number) =>
      decoupling({
        arrivalRate: hourly / 60,
        frontTime,
        backTime,
        frontServers,
        backServers,
        specializedBackTime,
      });
    const { customerTimeBefore: before, combined, front } = at(backTime);
    if (combined.utilization > 0.92 || combined.utilization < 0.7 || front.utilization > 0.9)
      return null;
    const turnaround = (time: number) => at(time).turnaroundAfter;
    const from = Math.floor(backTime * 0.4);
    const full = (60 * backServers) / hourly;
    const to = Math.min(backTime, Math.floor(full * 9.6) / 10);
    if (!(turnaround(from) < before && turnaround(to) > 1.15 * before)) return null;
    const key = findRoot({ f: (time) => turnaround(time) - before, low: from, high: to }).root;
    const atEighty = 0.8 * full;
    const high = Math.ceil(Math.min(4 * before, turnaround(to)) / 5) * 5;
    const curve = Array.from({ length: 101 }, (_, i) => {
      const time = from + ((to - from) * i) / 100;
      return [Number(time.toFixed(4)), Number(turnaround(time).toFixed(3))] as const;
    }).filter(([, height]) => height <= high);
    const end = curve.at(-1)?.[0] ?? to;
    const within = 0.12;
    const wrong = [
      {
        name: '不提速',
        x: end,
        within,
        why: '后台照旧或者只快一点点，结果要等得比分开以前久得多。曲线在这里比分开前的时间高出一大截。',
      },
      {
        name: '越快越好',
        x: from,
        within,
        why: '这里确实不亏，可是快过了头。题目问的是刚好不亏的那一点，要看曲线降到分开前的时间为止。',
      },
      {
        name: '忙到八成',
        x: atEighty,
        within,
        why: '照后台忙到八成来定，和分开前的总周转没有比过。刚好不亏要看曲线的高。',
      },
    ].filter(({ x }) => x >= from && x <= end && Math.abs(x - key) > 0.3);
    if (wrong.length < 2 || end - key < 0.4 || key - from < 0.4) return null;
    return {
      shown: {
        hourly: String(hourly),
        frontTime: String(frontTime),
        backTime: String(backTime),
        frontServers: String(frontServers),
        backServers: String(backServers),
        people: String(frontServers + backServers),
        before: upTo(before, 1),
        key: upTo(key, 1),
        faster: percent(1 - key / backTime),
      },
      numbers: {},
      figure: {
        x: { label: '后台每件', unit: '分钟', from, to: Math.ceil(end * 10) / 10, step: 0.1 },
        y: { label: '总周转', unit: '分钟', from: 0, to: high, step: 5 },
        curve,
        marks: [],
      },
      answer: { x: key, within },
      wrong: wrong.filter(({ x }, i) =>
        wrong.slice(0, i).every((other) => Math.abs(other.x - x) > 0.3),
      ),
      otherwise: '在纵轴上找到分开前的总周转，横着走到曲线，再看下面是几分钟。',
    };
  },
});
