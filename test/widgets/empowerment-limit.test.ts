import { expect, test } from 'vitest';
import { judge } from '../../src/widget-kit/judge.ts';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { fixed } from '../../src/lib/format.ts';
import { inYuan, model } from '../../src/widgets/empowerment-limit/model.ts';

const base = defaults(model.params);
const at = (id: string) => {
  const values = scenarioValues(model, id);
  return { values, result: model.compute(values) };
};
const verdict = (id: string, guess: number) => {
  const { values, result } = at(id);
  return judge(model.predict, guess, values, result, fixed);
};

test('the hotel: the best limit is neither nothing nor everything', () => {
  const { result } = at('hotel');
  expect(result.bestLimit).toBeCloseTo(375, 0);
  expect(result.breakEvenLimit).toBeGreaterThan(1500);
  for (const limit of [0, 200, 600, 1800])
    expect(model.compute({ ...base, limit }).now.net).toBeLessThan(result.best.net);
  expect(model.compute({ ...base, limit: 3000 }).now.net).toBeLessThan(0);
});

test('what is won, spent and abused adds up to the net benefit, everywhere on the curve', () => {
  for (const { won, spent, abused, net } of at('hotpot').result.curve)
    expect(won - spent - abused).toBeCloseTo(net, 6);
});

test('what is printed is whole yuan and adds up, and the net benefit is the one in the text', () => {
  for (const { id } of model.scenarios)
    for (const exact of [...at(id).result.curve, at(id).result.now, at(id).result.best]) {
      const { won, spent, abused, net } = inYuan(exact);
      expect(won - spent - abused).toBe(net);
      expect(fixed(net)).toBe(fixed(exact.net));
      expect(Math.abs(won - exact.won)).toBeLessThan(2);
    }
});

test('a limit copied from a grand hotel loses money in an online shop', () => {
  const { result, values } = at('online-shop');
  expect(result.now.net).toBeLessThan(0);
  expect(values.limit).toBeGreaterThan(result.breakEvenLimit);
  expect(model.sentence(values, result)).toContain('净亏');
});

test('a customer who never returns is not worth any limit', () => {
  const { result, values } = at('one-off');
  expect(result.bestLimit).toBe(0);
  expect(model.sentence(values, result)).toContain('最合算的额度就是 0 元');
  expect(verdict('one-off', 0).hit).toBe(true);
  expect(verdict('one-off', 50).explanation).toContain('例外');
});

test('training that halves what is spent and abused raises the limit worth giving', () => {
  const trained = model.compute({ ...base, spendShare: 0.3, abuseRate: 0.01 });
  expect(trained.bestLimit).toBeGreaterThan(model.compute(base).bestLimit);
  expect(trained.best.net).toBeGreaterThan(model.compute(base).best.net);
});

test.each([
  [50, '报经理'],
  [2500, '放任'],
  [800, '一元是一元'],
  [200, '偏谨慎'],
])('guessing %i yuan for the room attendant is told its own mistake', (guess, words) => {
  const { hit, explanation } = verdict('hotel', guess);
  expect(hit).toBe(false);
  expect(explanation).toContain(words);
});

test('being unsure of the two assumptions moves the best limit, within a range that holds it', () => {
  for (const { id } of model.scenarios) {
    const { doubt, bestLimit } = at(id).result;
    expect(doubt.low).toBeLessThanOrEqual(bestLimit);
    expect(doubt.high).toBeGreaterThanOrEqual(bestLimit);
  }
});
