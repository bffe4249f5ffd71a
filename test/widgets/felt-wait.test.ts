import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { keptEstimates, readSeconds, summarize } from '../../src/widgets/felt-wait/estimates.ts';
import { model } from '../../src/widgets/felt-wait/model.ts';

const base = defaults(model.params);

test('the same eight minutes: walking six and waiting two feels shorter than one and seven', () => {
  const { before, after, satisfactionBefore, satisfactionAfter } = model.compute(base);
  expect(before.busy + before.idle).toBe(after.busy + after.idle);
  expect(before.felt).toBeCloseTo(1 + 7 * 1.4, 12);
  expect(after.felt).toBeCloseTo(6 + 2 * 1.4, 12);
  expect(satisfactionBefore).toBeLessThan(0);
  expect(satisfactionAfter).toBeGreaterThan(0);
});

test('it says on its face that it only shows a direction', () => {
  expect(model.directional).toBe(true);
  expect(model.table(base, model.compute(base)).caption).toContain('示意');
});

test.each(model.scenarios.map(({ id }) => id))(
  '%s: the change feels shorter, the clock stands still',
  (id) => {
    const values = scenarioValues(model, id);
    const result = model.compute(values);
    expect(result.change).toBeLessThan(0);
    expect(result.before.busy + result.before.idle).toBe(values.total);
    expect(model.sentence(values, result)).toContain('墙上的钟没有动');
  },
);

test('curing a circumstance never makes the wait feel longer, leaving it never shorter', () => {
  for (const [name, param] of Object.entries(model.params)) {
    if (param.kind !== 'choice') continue;
    const felt = (state: string) => model.compute({ ...base, after: 1, [name]: state });
    expect(felt('cured').change, name).toBeLessThan(0);
    expect(felt('left').change, name).toBeCloseTo(0, 12);
    expect(felt('left').after.felt, name).toBeGreaterThan(felt('none').after.felt);
  }
});

test('“right away” is the longest of the four waits, whatever the length', () => {
  const { predict } = model;
  if (predict.kind !== 'choice') throw new Error('felt-wait asks for a choice');
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), (total) => {
      const values = { ...base, total };
      const result = model.compute(values);
      expect(predict.answer(values, result)).toBe('soon');
      const [longest] = result.waysToWait.toSorted((a, b) => b.felt - a.felt);
      expect(result.waysToWait.filter(({ felt }) => felt === longest!.felt)).toHaveLength(1);
    }),
  );
});

test('seconds called out in class are read however they are typed, and the rest is named', () => {
  expect(readSeconds('７２，95、 1.5分 abc 0 88秒\n1000')).toEqual({
    seconds: [72, 95, 90, 88],
    unread: ['abc', '0', '1000'],
    missed: 3,
    beyond: 0,
  });
  expect(readSeconds('90 '.repeat(2100))).toMatchObject({ beyond: 100 });
  expect(readSeconds('x '.repeat(50))).toMatchObject({ missed: 50, unread: { length: 5 } });
  expect(summarize([])).toBeNull();
  expect(summarize([60, 90, 120])).toEqual({ count: 3, mean: 90, low: 60, high: 120 });
});

test('a spoilt record in the browser keeps what can be read and counts the rest', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      for (const { seconds } of keptEstimates.restore(stored).value.estimates)
        expect(seconds).toBeGreaterThan(0);
    }),
  );
  const estimates = [{ occupation: 'idle', seconds: 71 }, { occupation: 'x', seconds: 3 }, null];
  expect(keptEstimates.restore({ estimates, idle: '80', busy: 4 })).toEqual({
    value: { estimates: [{ occupation: 'idle', seconds: 71 }], idle: '80', busy: '' },
    lost: '有 3 处读不懂',
  });
});

test('estimates made in two tabs are all kept; what one cleared stays cleared', () => {
  const at = (...seconds: number[]) => ({
    estimates: seconds.map((one) => ({ occupation: 'idle' as const, seconds: one })),
    idle: '',
    busy: '',
  });
  expect(keptEstimates.merge?.(at(70, 80), at(70, 90), at(70))).toEqual(at(70, 90, 80));
  expect(keptEstimates.merge?.(at(80), at(70), at(70))).toEqual(at(80));
  const typed = (idle: string) => ({ ...at(), idle });
  expect(keptEstimates.merge?.(typed('80'), typed(''), typed(''))).toEqual(typed('80'));
  expect(keptEstimates.merge?.(typed('80'), typed('90'), typed(''))).toBeNull();
});
