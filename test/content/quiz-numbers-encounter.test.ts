/** 第 6 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { peakEnd } from '../../src/calc/psychology/peak-end.ts';
import { cohenKappa } from '../../src/calc/quality/cohen-kappa.ts';
import { marginMultiple } from '../../src/calc/strategy/customer-lifetime-value.ts';
import { fixed, percent } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(readMap('content/quizzes/encounter.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));

/** 四格表：都归前者、只有甲、只有乙、都归后者。 */
function table(both: number, first: number, second: number, neither: number) {
  const pairs = (
    [
      [both, 'a', 'a'],
      [first, 'a', 'b'],
      [second, 'b', 'a'],
      [neither, 'b', 'b'],
    ] as const
  ).flatMap(([count, x, y]) => Array.from({ length: count }, () => [x, y] as const));
  return cohenKappa({ first: pairs.map(([x]) => x), second: pairs.map(([, y]) => y) });
}

test('ninety-percent-agree: nine tenths alike, less than chance', () => {
  const { agreement, expected, kappa, items } = table(36, 2, 2, 0);
  const item = text('ninety-percent-agree');
  expect(item).toContain(`${items} 件投诉`);
  expect(item).toContain(`一致率 ${percent(agreement)}，kappa 却略低于零`);
  expect(item).toContain(`碰巧一致是 ${percent(expected, 1)}，实际 ${percent(agreement)}`);
  expect(kappa).toBeLessThan(0);
  expect(kappa).toBeGreaterThan(-0.1);
});

interface Place {
  figure: { curve: [x: number, y: number][] };
  answer: { x: number };
  wrong: { name: string; x: number }[];
}

test('where-is-the-peak: farthest from zero, below as well as above', () => {
  const { figure, answer, wrong } = bank.get('where-is-the-peak') as unknown as Place;
  const values = figure.curve.map(([, value]) => value);
  const { peak, end, peakEnd: memory } = peakEnd({ moments: values, peak: 'extreme' });
  const at = (value: number) => figure.curve.find(([, y]) => y === value)?.[0];
  expect(answer.x).toBe(at(peak));
  expect(wrong.find(({ name }) => name === '最高处')?.x).toBe(at(Math.max(...values)));
  expect(wrong.find(({ name }) => name === '最后一刻')?.x).toBe(figure.curve.at(-1)?.[0]);
  const item = text('where-is-the-peak');
  expect(item).toContain(`${fixed(peak)} 比第二小时的 ${fixed(Math.max(...values))} 离零线更远`);
  expect(item).toContain(
    `最后一刻是 ${fixed(end)}，记忆分是（${fixed(peak)} + ${fixed(end)}）÷ 2 = ${fixed(memory, 1)}`,
  );
});

test('average-does-not-rule: six good steps and a quarrel still average well, and end badly', () => {
  const steps = [5, 5, 5, 5, 5, 5, 2];
  const { mean, end } = peakEnd({ moments: steps });
  expect(text('average-does-not-rule')).toContain(`平均 ${fixed(mean, 1)} 分`);
  expect(end).toBe(Math.min(...steps));
});

test('longer-but-better: a shorter wait that is neither peak nor end is not remembered', () => {
  const visit = (wait: number) =>
    peakEnd({
      moments: [
        { value: -3, duration: wait },
        { value: 7, duration: 20 },
        { value: 2, duration: 5 },
      ],
      peak: 'extreme',
    });
  expect(visit(30).peakEnd).toBe(visit(40).peakEnd);
  expect(visit(30).total).toBeGreaterThan(visit(40).total);
});

test('not-every-customer: one more point of retention is worth more where retention is high', () => {
  const gain = (retention: number) =>
    marginMultiple({ retention: retention + 0.01, discount: 0.1 }) -
    marginMultiple({ retention, discount: 0.1 });
  expect(gain(0.9)).toBeGreaterThan(gain(0.6));
});
