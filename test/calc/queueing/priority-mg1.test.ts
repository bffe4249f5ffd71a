import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mg1 } from '../../../src/calc/queueing/mg1.ts';
import { priorityMg1 } from '../../../src/calc/queueing/priority-mg1.ts';
import { expectClose } from '../core/expect-close.ts';

describe('priorityMg1', () => {
  it('课程第 8 章：70 % 一分钟、30 % 六分钟、每小时 20 人：先来先服务 23 分；快件 5、慢件 30、平均 12.5', () => {
    const queue = priorityMg1({
      classes: [
        { arrivalRate: 14 / 60, meanService: 1, scvService: 1 },
        { arrivalRate: 6 / 60, meanService: 6, scvService: 1 },
      ],
    });
    // W0 = Σλτ² = 14/60 + 0.1·36 = 23/6；ρ = 5/6
    expectClose(queue.meanWaitFirstComeFirstServed, 23);
    expectClose(queue.meanWaits[0]!, 5);
    expectClose(queue.meanWaits[1]!, 30);
    expectClose(queue.meanWait, 12.5);
  });
  it('只有一类时就是 M/G/1', () => {
    const one = { arrivalRate: 0.35, meanService: 2, scvService: 0.7 };
    expectClose(priorityMg1({ classes: [one] }).meanWaits[0]!, mg1(one).meanWait);
  });
  it('守恒律：Σρ_iW_i 与优先次序无关', () => {
    const makeClass = fc.record({
      arrivalRate: fc.double({ min: 0, max: 0.15, noNaN: true }),
      meanService: fc.double({ min: 0.1, max: 2, noNaN: true }),
      scvService: fc.double({ min: 0, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(makeClass, { minLength: 2, maxLength: 3 }), (classes) => {
        const forward = priorityMg1({ classes });
        const backward = priorityMg1({ classes: [...classes].reverse() });
        expectClose(forward.conservedSum, backward.conservedSum, 1e-10);
        expectClose(
          forward.conservedSum,
          forward.utilization * forward.meanWaitFirstComeFirstServed,
          1e-10,
        );
      }),
    );
  });
  it('过载时逐类判断：低优先级无穷，高优先级只被正在做的那一件拖住', () => {
    const queue = priorityMg1({
      classes: [
        { arrivalRate: 0.5, meanService: 1, scvService: 0 },
        { arrivalRate: 9, meanService: 2, scvService: 0 },
        { arrivalRate: 9, meanService: 50, scvService: 8 },
      ],
    });
    // 服务台一半时间做第一类（剩余 0.5），另一半做第二类（剩余 1）：W0 = 0.75，W1 = 0.75/0.5
    expectClose(queue.meanWaits[0]!, 1.5);
    expect(queue.meanWaits[1]).toBe(Infinity);
    expect(queue.meanWaits[2]).toBe(Infinity);
    expect(queue.meanWaitFirstComeFirstServed).toBe(Infinity);
    expect(queue.conservedSum).toBe(Infinity);
  });
  it('几类的 λτ 加起来离 1 只差 10⁻⁹ 时不丢位（五十位精度的值）', () => {
    const { meanWaits } = priorityMg1({
      classes: [
        { arrivalRate: 0.1, meanService: 3, scvService: 1 },
        { arrivalRate: 0.7 - 1e-9, meanService: 1, scvService: 0.25 },
      ],
    });
    expectClose(meanWaits[0]!, 1.9107142848214287);
    expectClose(meanWaits[1]!, 1910714285.8271444);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 0.1, meanService: 1, scvService: 1 };
    expect(() => priorityMg1({ classes: [] })).toThrow(/classes must be/);
    expect(() => priorityMg1({ classes: [good, { ...good, arrivalRate: -1 }] })).toThrow(
      /classes\[1\]\.arrivalRate must be/,
    );
    expect(() => priorityMg1({ classes: [{ ...good, meanService: 0 }] })).toThrow(/meanService/);
    expect(() => priorityMg1({ classes: [{ ...good, scvService: -1 }] })).toThrow(/scvService/);
  });
});
