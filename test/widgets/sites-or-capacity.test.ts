import { expect, test } from 'vitest';
import { sitesVersusCapacity } from '../../src/calc/location/sites-versus-capacity.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { defaults, questionText, scenarioValues } from '../../src/widget-kit/model.ts';
import { cells, draw } from '../../src/widgets/sites-or-capacity/city.ts';
import { model } from '../../src/widgets/sites-or-capacity/model.ts';

const at = (change: Partial<ReturnType<typeof base>> = {}) => {
  const values = { ...base(), ...change };
  return { values, result: model.compute(values) };
};
const base = () => defaults(model.params);

/** 早上空着开门，一天里来的人平均等几分钟；每人办 6 分钟。逐步解生灭方程，与 src/calc 无关。 */
function meanWaitFromEmpty(day: { perMinute: number; servers: number; minutes: number }) {
  const { perMinute, servers, minutes } = day;
  const serviceRate = 1 / 6;
  const most = servers + 150;
  const step = 0.4 / (perMinute + servers * serviceRate);
  let chance = Array.from({ length: most + 1 }, (_, n): number => (n === 0 ? 1 : 0));
  let waited = 0;
  const steps = Math.round(minutes / step);
  for (let i = 0; i < steps; i++) {
    chance.forEach((p, n) => {
      if (n >= servers) waited += (p * (n - servers + 1)) / (servers * serviceRate);
    });
    chance = chance.map((p, n) => {
      const leaving = Math.min(n, servers) * serviceRate + (n < most ? perMinute : 0);
      const fromBelow = (chance[n - 1] ?? 0) * perMinute;
      const fromAbove = (chance[n + 1] ?? 0) * Math.min(n + 1, servers) * serviceRate;
      return p + step * (fromBelow + fromAbove - leaving * p);
    });
  }
  return waited / steps;
}

test('24 windows, there and back: 23.23 minutes in one place, 13.81 in five, 28.69 one by one', () => {
  const total = (sites: number) => fixed(at({ sites }).result.total, 2);
  expect([1, 5, 6, 24].map(total)).toEqual(['23.23', '13.81', '13.84', '28.69']);
  expect(at().result.best.sites).toBe(5);
  expect(at().result.flat).toEqual({ from: 4, to: 7 });
});

test('a customer goes home too: the way is twice the mean distance, in the model and in its words', () => {
  // 方块里到块心的平均距离 0.3826 乘边长 10 公里，去和回，每小时 20 公里
  const there = (0.38259785823210635 * 10 * 60) / 20;
  const { values, result } = at();
  expect(result.travel).toBeCloseTo(2 * there, 9);
  expect(model.sentence(values, result)).toContain(`来回路上 ${fixed(2 * there, 2)} 分钟`);
  expect(model.params.speed.meaning).toContain('来回');
  expect(questionText(model.predict, values, result)).toContain('来回');
});

test('a working day that starts empty keeps the verdict: about six sites are best', () => {
  const total = (sites: number) =>
    at({ sites }).result.travel +
    meanWaitFromEmpty({ perMinute: 192 / 60 / sites, servers: 24 / sites, minutes: 480 });
  const totals = new Map([1, 2, 3, 4, 6, 8, 12, 24].map((sites) => [sites, total(sites)]));
  const [best] = [...totals].toSorted(([, a], [, b]) => a - b)[0] ?? [];
  expect(best).toBe(6);
  // 正文说：空着开门的一天，一窗一处吃的亏比稳态小
  expect(totals.get(24)).toBeLessThan(at({ sites: 24 }).result.total - 5);
});

test('a wait of at most a minute: 22 windows in one place, 72 in twenty-four; 87 % busy or 27 %', () => {
  const { result: one } = at();
  const { result: many } = at({ sites: 24 });
  expect([one.needed, many.needed]).toEqual([22, 72]);
  expect(one.neededUtilization).toBeCloseTo(0.873, 3);
  expect(many.neededUtilization).toBeCloseTo(0.267, 3);
});

test('where windows divide evenly the widget and the calculation module agree', () => {
  const { servers, area, speed, arrivalRate } = base();
  const siteCounts = [1, 2, 3, 4, 6, 8, 12, 24];
  const outcomes = sitesVersusCapacity({
    servers,
    area,
    speed,
    arrivalRate,
    serviceRate: 10,
    siteCounts,
  });
  for (const { siteCount, totalTime } of outcomes)
    expect(at({ sites: siteCount }).result.total).toBeCloseTo(60 * totalTime, 9);
});

test('the times shown add up, row by row, to within a hundredth of the true wait', () => {
  for (const { id } of model.scenarios) {
    const values = scenarioValues(model, id);
    const result = model.compute(values);
    model.table(values, result).rows.forEach(([, travel, wait, total], i) => {
      const cents = [travel, wait, total].map((cell) => Math.round(Number(cell) * 100));
      expect((cents[0] as number) + (cents[1] as number)).toBe(cents[2]);
      expect(Math.abs(Number(wait) - (result.curve[i]?.wait ?? 0))).toBeLessThanOrEqual(0.01);
    });
  }
});

test("the people on the map obey Little's law", () => {
  const { result } = at({ sites: 4 });
  expect(result.onTheRoad + result.inLine).toBeCloseTo((192 * result.total) / 60, 9);
});

test('each scenario has its own best number of sites, and says it', () => {
  const best = Object.fromEntries(
    model.scenarios.map(({ id }) => {
      const values = scenarioValues(model, id);
      return [id, model.compute(values).best.sites];
    }),
  );
  expect(best).toEqual({ government: 5, bank: 4, clinic: 8, parcel: 6, phone: 1 });
  const { values, result } = at();
  expect(model.sentence(values, result)).toContain('最短的是分 5 处，13.81 分钟');
  const overloaded = at({ serviceMinutes: 8 });
  expect(model.sentence(overloaded.values, overloaded.result)).toContain('来得比办得快');
  const capped = at({ servers: 6, sites: 9, serviceMinutes: 1 });
  expect(model.sentence(capped.values, capped.result)).toContain('最多分 6 处');
});

test('nobody on the road stands on a window', () => {
  for (const sites of [1, 4, 24]) {
    const { result } = at({ sites });
    const { desks, road } = draw(cells(result.groups, 300), { onTheRoad: 200, inLine: 0 });
    const places = (path: string) =>
      [...path.matchAll(/M([\d.]+) ([\d.]+)h/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const clear = places(road).every(([x, y]) =>
      places(desks).every(([left, top]) => x < left || x > left + 8 || y < top || y > top + 8),
    );
    expect(clear, `${sites} sites`).toBe(true);
  }
});

test('each typical wrong guess meets its own explanation', () => {
  const told = (guess: number, change: Parameters<typeof at>[0] = {}) => {
    const { values, result } = at(change);
    return judge(model.predict, guess, values, result, fixed).explanation;
  };
  const heard = [
    told(4),
    told(24),
    told(30),
    told(1),
    told(8),
    told(2),
    told(2, { area: 0 }),
    told(1, { area: 0 }),
    told(2, { area: 1, speed: 40 }),
    told(2, { serviceMinutes: 9 }),
    told(3, { servers: 6, area: 4, speed: 5, arrivalRate: 288, serviceMinutes: 1 }),
  ];
  expect(new Set(heard).size).toBe(heard.length);
  expect(told(24)).toContain('24.0 分钟');
  // 不到一窗一处的，不说“每处孤零零一个窗口”，说的是他那几处
  for (const sites of [18, 23]) {
    expect(told(sites)).not.toContain('孤零零');
    expect(told(sites)).toContain(`散过头了：${sites} 处合计`);
  }
  expect(told(10, { area: 0 })).toContain('分成 10 处');
  // 差不到 5% 的，不说“冤枉路”“明显亏了”
  const clinic = { servers: 30, area: 60, speed: 5, arrivalRate: 150, serviceMinutes: 10 };
  const { flat } = at(clinic).result;
  for (const sites of [flat.from, flat.to])
    expect(told(sites, clinic)).not.toMatch(/冤枉路|明显亏/);
  expect(told(8)).toContain('减一半');
});
