import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dea, deaScores } from '../../src/calc/benchmarking/dea.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { nearest, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { branches, indexOf, nameOf, total } from '../../src/widgets/dea-frontier/branches.ts';
import {
  corner,
  evaluation,
  kindWeights,
  ladder,
  ownScores,
  ratios,
} from '../../src/widgets/dea-frontier/efficiency.ts';
import { account, model } from '../../src/widgets/dea-frontier/model.ts';
import { params } from '../../src/widgets/dea-frontier/setting.ts';

const verdict = (id: string, guess: Guess) => {
  const values = scenarioValues(model, id);
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
};
const right = (id: string) => {
  const values = scenarioValues(model, id);
  const predict = predictionOf(model, id);
  return predict.kind === 'curve' ? null : predict.answer(values, model.compute(values));
};
const data = {
  inputs: branches.map(({ inputs }) => inputs),
  outputs: branches.map(({ outputs }) => outputs),
};
const named = (list: readonly number[]) => list.map(nameOf);

describe('the table of seventeen branches', () => {
  test('is read whole: K1 to K17, three inputs, then kinds A, B and C', () => {
    expect(branches.map(({ name }) => name)).toEqual(
      Array.from({ length: 17 }, (_, i) => `K${i + 1}`),
    );
    expect(branches[7]).toEqual({
      name: 'K8',
      inputs: [45911, 8013, 790],
      outputs: [130161, 12070, 115022],
    });
  });

  test('one efficient by hours and all transactions, then 3, 4, 5, and 7 at variable returns', () => {
    expect(ladder().map(({ full }) => full)).toEqual([1, 3, 4, 5, 7]);
    expect(named(model.at().full)).toEqual(['K2', 'K4', 'K7', 'K8', 'K17']);
    expect(model.at({ returns: 'variable' }).full).toHaveLength(7);
  });

  test('the plain weights are the ratio: K2 first, K8 fourteenth, K14 sixteenth, K16 last', () => {
    const { ranks, leaders } = model.at();
    expect(named(leaders)).toEqual(['K2']);
    expect(['K8', 'K14', 'K16'].map((name) => ranks[indexOf(name)])).toEqual([14, 16, 17]);
  });
});

test('the few that can be peers judge a branch as all seventeen do', () => {
  for (const returns of ['constant', 'variable'] as const) {
    const whole = dea({ ...data, model: returns === 'constant' ? 'ccr' : 'bcc' });
    branches.forEach(({ name }, unit) => {
      const few = evaluation(unit, returns);
      expect(few.score, name).toBeCloseTo(whole[unit]!.score, 9);
      few.inputTargets.forEach((target, i) =>
        expect(target / whole[unit]!.inputTargets[i]!, `${name} ${returns}`).toBeCloseTo(1, 6),
      );
    });
  }
});

describe('the weights chosen for a branch', () => {
  test('give it all but its best score, and the best where it is 1', () => {
    branches.forEach(({ name }, unit) => {
      const all = ratios(kindWeights(unit));
      const got = all[unit]! / Math.max(...all);
      const best = ownScores('constant')[unit]!;
      expect(got, name).toBeLessThanOrEqual(best + 1e-9);
      expect(got, name).toBeGreaterThan(best - 0.0015);
      if (best === 1) expect(got, name).toBe(1);
    });
  });

  test('stand on the controls’ own steps', () => {
    const controls = [params.a, params.b, params.c, params.hours, params.expenses, params.area];
    branches.forEach((_, unit) => {
      const { outputs, inputs } = kindWeights(unit);
      [...outputs, ...inputs].forEach((weight, k) =>
        expect(nearest(controls[k]!, weight)).toBe(weight),
      );
    });
  });

  test('no weights whatever lift a branch above the best it can choose', () => {
    const points = fc.double({ min: 0, max: 100, noNaN: true });
    const three = fc.tuple(points, points, points).filter((list) => total(list) > 1e-3);
    fc.assert(
      fc.property(three, three, (outputs, inputs) => {
        const all = ratios({ outputs, inputs });
        const most = Math.max(...all);
        all.forEach((ratio, unit) =>
          expect(ratio / most).toBeLessThanOrEqual(ownScores('constant')[unit]! + 1e-7),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('what the scenarios ask', () => {
  test('five of the seventeen; one, three, eight and seventeen each hear why', () => {
    expect(right('own')).toBe(5);
    expect(verdict('own', 5).hit).toBe(true);
    expect(verdict('own', 1).explanation).toContain('一把尺');
    expect(verdict('own', 3).explanation).toContain('是 4 家');
    expect(verdict('own', 17).explanation).toContain('K16');
    const texts = [0, 1, 3, 8, 17].map((guess) => verdict('own', guess).explanation);
    expect(new Set(texts).size).toBe(5);
  });

  test('at the answered points a transaction of kind C brings K8 level, and no sooner', () => {
    const c = right('k8') as number;
    expect(c).toBeCloseTo(3.09, 1);
    const k8 = indexOf('K8');
    const first = (points: number) => {
      const all = ratios({ outputs: [1, 1, points], inputs: [1, 0, 0] });
      return all[k8]! >= Math.max(...all) - 1e-9;
    };
    expect([first(c - 0.01), first(c + 0.01)]).toEqual([false, true]);
    expect(branches[k8]!.outputs[2]! / total(branches[k8]!.outputs), '“不到一半”').toBeLessThan(
      0.5,
    );
    expect(Math.round(c), '“顶三笔”').toBe(3);
    expect(verdict('k8', 1.8).explanation).toContain('不到一半');
    expect(verdict('k8', 30).explanation).toContain('用不着');
  });

  test('K16: 0.577 of its inputs by K2, K8 and K17, 43,824 hours to 25,300', () => {
    const { score, peers, inputTargets } = account(scenarioValues(model, 'k16'), indexOf('K16'));
    expect(score).toBeCloseTo(0.577, 3);
    expect(named(peers.map(({ unit }) => unit)).toSorted()).toEqual(['K17', 'K2', 'K8']);
    expect(inputTargets[0]).toBeCloseTo(25300, -1);
    expect(right('k16')).toBeCloseTo(57.7, 1);
    expect(verdict('k16', 40).explanation).toContain('几乎全是 A 类');
    expect(
      branches[indexOf('K2')]!.outputs[0]! / total(branches[indexOf('K2')]!.outputs),
    ).toBeGreaterThan(0.9);
  });

  test('the mix for K16 holds: no less of any output, no more than the stated share of any input', () => {
    const { peers, score } = evaluation(indexOf('K16'), 'constant');
    const own = branches[indexOf('K16')]!;
    const mixed = (side: 'inputs' | 'outputs', k: number) =>
      peers.reduce((sum, { unit, weight }) => sum + weight * branches[unit]![side][k]!, 0);
    own.outputs.forEach((value, r) => expect(mixed('outputs', r)).toBeGreaterThan(value - 1e-3));
    own.inputs.forEach((value, i) => expect(mixed('inputs', i)).toBeLessThan(score * value + 1e-3));
  });

  test('K14 is too small: 0.727 = 0.942 × 0.772, returns increasing', () => {
    const { overall, pure, scale, size } = account(scenarioValues(model, 'k14'), indexOf('K14'));
    expect([overall, pure, scale].map((each) => fixed(each, 3))).toEqual([
      '0.727',
      '0.942',
      '0.772',
    ]);
    expect(size).toBe('偏小');
    expect(right('k14')).toBe('small');
    expect(verdict('k14', 'small').hit).toBe(true);
    const few = branches.filter(
      ({ outputs }) => total(outputs) < total(branches[indexOf('K14')]!.outputs),
    );
    expect(few.length, '“算少的”').toBeLessThan(3);
  });

  test('any guess is told what is true of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenth) => {
        const guess = tenth / 10;
        const said = verdict('k16', guess);
        if (said.hit) return;
        if (/再省|替 K16/.test(said.explanation)) expect(guess).toBeGreaterThan(57.7);
        if (said.explanation.includes('没有那么省')) expect(guess).toBeLessThan(57.8);
        const dear = verdict('k8', Math.max(1, guess));
        if (dear.explanation.includes('还不够')) expect(guess).toBeLessThan(3.1);
        if (/多了些|那么多/.test(dear.explanation)) expect(guess).toBeGreaterThan(3);
      }),
    );
  });
});

test('everything at no points is said in words, and the best of each still stands', () => {
  const values = { ...scenarioValues(model, 'own'), a: 0, b: 0, c: 0 };
  const sentence = model.sentence(values, model.compute(values));
  expect(sentence).toContain('比不成');
  expect(sentence).toContain('5 家得 1');
  expect(sentence).not.toContain('第 1，');
});

test('the corner that can be drawn has the front of two kinds and hours alone', () => {
  const scores = deaScores({
    inputs: data.inputs.map(([hours]) => [hours!]),
    outputs: data.outputs.map(([a, , c]) => [a!, c!]),
  });
  expect(named(corner().edge)).toEqual(['K8', 'K2']);
  expect(scores.filter((score) => score === 1)).toHaveLength(2);
});
