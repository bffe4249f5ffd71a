import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mg1 } from '../../src/calc/queueing/mg1.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/canteen-lab/model.ts';
import { histogram, measure, outlook } from '../../src/widgets/canteen-lab/observation.ts';
import { keptReport, keptText } from '../../src/widgets/canteen-lab/kept-states.ts';
import {
  clockFace,
  keptLog,
  refusal,
  replay,
  restoreTaps,
  type Tap,
} from '../../src/widgets/canteen-lab/tap-log.ts';

const at = (id: string) => {
  const values = scenarioValues(model, id);
  return { values, result: model.compute(values) };
};

describe('the bundled samples', () => {
  test.each([
    ['canteen', 'G/G/4', 'G/G/4 近似'],
    ['bank', 'M/G/1', 'M/G/1'],
    ['admission', 'M/M/2', 'M/M/2'],
  ])('%s looks like %s and is forecast by %s', (id, notation, name) => {
    const { values, result } = at(id);
    expect(result.view.notation).toBe(notation);
    expect(result.view.suggested.name).toBe(name);
    expect(result.view.suggested.meanWait / result.meanWait).toBeGreaterThan(0.8);
    expect(result.view.suggested.meanWait / result.meanWait).toBeLessThan(1.25);
    expect(model.sentence(values, result)).toContain('虚构数据');
    expect(model.table(values, result).rows).toHaveLength(result.measured.count);
  });

  test('for the bank M/M/1 overstates the wait; M/G/1 comes near', () => {
    const { measured, view } = at('bank').result;
    const { arrivalRate, service } = measured.statistics;
    const exact = mg1({ arrivalRate, meanService: service!.mean, scvService: service!.scv });
    expect(view.suggested.meanWait).toBe(exact.meanWait);
    expect(view.forecasts[0]!.meanWait).toBeGreaterThan(1.5 * exact.meanWait);
  });

  test('a wrong count of windows is named', () => {
    const { values } = at('canteen');
    const changed = { ...values, windows: 3 };
    const result = model.compute(changed);
    expect(model.sentence(changed, result)).toContain('现场其实开着 4 个窗口');
    expect(result.view.cautions.join('')).toContain('同时有 4 人在办');
  });

  test('each typical wrong guess gets its own explanation', () => {
    const { predict } = model;
    if (predict.kind !== 'number') throw new Error('canteen-lab asks for a number');
    const { values, result } = at('canteen');
    const answer = predict.answer(values, result);
    const first = (guess: number) =>
      predict.misreads.findIndex(({ when }) => when(guess, answer, values, result));
    expect([0, 0.8, 10, 1.1].map(first)).toEqual([0, 1, 2, 3]);
  });
});

describe('measuring by hand', () => {
  // 一个窗口，四位：到达 0 1 2 6，办理各 2，等待 0 1 2 0
  const visits = [
    [0, 0, 2],
    [1, 2, 4],
    [2, 4, 6],
    [6, 6, 8],
  ].map(([arrival, start, end]) => ({ arrival: arrival!, start: start!, end: end! }));
  const measurement = measure(visits.toReversed());
  if (!measurement.ok) throw new Error(measurement.reason);
  const { measured } = measurement;

  test('waits, queue and utilisation come from the data themselves', () => {
    expect(measured.meanWait).toBe(0.75);
    expect(measured.longestWait).toBe(2);
    expect(measured.waitedShare).toBe(0.5);
    expect(measured.length).toBe(8);
    expect(measured.meanQueue).toBe(3 / 8);
    expect(measured.longestQueue).toBe(1);
    expect(measured.mostInService).toBe(1);
    expect(measured.statistics.arrivalRate).toBe(0.5);
    expect(outlook(measured, 1)!.observedUtilization).toBe(1);
    expect(outlook(measured, 1)!.notation).toMatch(/\/D\/1$/);
  });

  test('Little’s law holds for what was seen', () => {
    const flow = measured.count / measured.length;
    expect(measured.meanQueue).toBeCloseTo(flow * measured.meanWait!, 12);
  });

  test('at full load the formula says the wait has no end, in words', () => {
    const { suggested, cautions } = outlook(measured, 1)!;
    expect(suggested.meanWait).toBe(Infinity);
    expect(cautions.join('')).toContain('没有稳态');
  });

  test('arrivals alone are measured without a forecast; fewer than four are refused in words', () => {
    const alone = measure(visits.map(({ arrival }) => ({ arrival, start: null, end: null })));
    if (!alone.ok) throw new Error(alone.reason);
    expect(alone.measured.meanWait).toBeNull();
    expect(outlook(alone.measured, 1)).toBeNull();
    expect(measure(visits.slice(0, 3))).toMatchObject({ ok: false });
    expect(measure(visits.map((visit) => ({ ...visit, arrival: 1 })))).toMatchObject({ ok: false });
  });

  test('histogram shares add to one, and so do the exponential ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 3 }),
        (list) => {
          const bins = histogram(list);
          if (bins.length === 0) return;
          expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(bins.reduce((sum, { exponential }) => sum + exponential, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('taps', () => {
  const taps: Tap[] = [
    { kind: 'arrival', at: 0 },
    { kind: 'start', at: 3, window: 1 },
    { kind: 'arrival', at: 6 },
    { kind: 'start', at: 9, window: 0 },
    { kind: 'end', at: 30, window: 1 },
  ];
  test('first come, first served, each window with its own customer', () => {
    const { waiting, serving, visits } = replay(taps, 2);
    expect(waiting).toEqual([]);
    expect(serving).toEqual([1, null]);
    expect(visits).toEqual([
      { arrival: 0, start: 0.05, end: 0.5 },
      { arrival: 0.1, start: 0.15, end: null },
    ]);
  });
  test('a tap the floor cannot have made is refused with what to press instead', () => {
    expect(refusal(taps, 2, { kind: 'start', at: 31, window: 1 })).toContain('来了一位');
    expect(refusal(taps, 2, { kind: 'end', at: 31, window: 1 })).toContain('没有人在办');
    expect(refusal(taps, 2, { kind: 'start', at: 31, window: 0 })).toContain('办完');
    expect(refusal(taps, 2, { kind: 'arrival', at: 31 })).toBeNull();
  });
  test('closing a window never strands the customer at it', () => {
    expect(replay(taps, 1).serving).toEqual([1]);
    expect(
      replay([...taps, { kind: 'arrival', at: 31 }, { kind: 'start', at: 32, window: 1 }], 1)
        .serving,
    ).toEqual([1, 2]);
  });
  test('whatever is stored, the restored taps never run backwards and replay', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constantFrom(...taps))), (stored) => {
        const { taps: restored, dropped } = restoreTaps(stored);
        expect(dropped).toBe(stored.length - restored.length);
        restored.forEach(
          (tap, i) => i > 0 && expect(tap.at).toBeGreaterThanOrEqual(restored[i - 1]!.at),
        );
        replay(restored, 3);
      }),
    );
    expect(restoreTaps(taps)).toEqual({ taps, dropped: 0 });
    expect([0, 187.9, 3750].map(clockFace)).toEqual(['00:00', '03:07', '1:02:30']);
  });
  test('what is kept is read back whole, and what cannot be read is counted', () => {
    const log = { taps, cleared: [], windows: 2, chain: false, elapsed: 40 };
    expect(keptLog.restore(log)).toEqual({ value: log, lost: '' });
    expect(keptLog.restore({ ...log, taps: [...taps, { kind: 'x' }] })).toEqual({
      value: log,
      lost: '有 1 笔读不懂',
    });
    for (const { restore } of [keptLog, keptText, keptReport]) {
      expect(restore([1]).lost).not.toBe('');
      fc.assert(fc.property(fc.jsonValue(), (stored) => void restore(stored)));
    }
    expect(keptText.restore({ text: '1,2', shelf: 3 })).toEqual({
      value: { text: '1,2', shelf: '' },
      lost: '有 1 格不是文字',
    });
  });
});
