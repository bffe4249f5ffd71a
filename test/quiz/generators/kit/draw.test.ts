/** 抽一组数：撞了就换下一个种子，抽不出来要说怎么改。 */
import { describe, expect, test } from 'vitest';
import { collides, draw, settle } from '../../../../src/quiz/generators/kit/draw.ts';
import { defineGenerator } from '../../../../src/quiz/generators/kit/generator.ts';
import { load } from '../../../../src/quiz/generators/kit/load.ts';

describe('drawing', () => {
  const counter = { draws: 0 };
  const picky = defineGenerator({
    unit: 'minutes',
    tolerance: 0.01,
    options: { kind: ['plain', 'fancy'] },
    draw(random) {
      counter.draws += 1;
      const key = random.integer(1, 20);
      return key % 5 === 0
        ? { key, shown: {}, numbers: {}, slips: [{ value: key + 1, why: '多加了一。' }] }
        : { key, shown: {}, numbers: {}, slips: [{ value: key, why: '与答案撞了。' }] };
    },
  });

  test('a seed whose answers collide is passed over for the next', () => {
    for (let seed = 0; seed < 50; seed++) expect(draw(picky, seed, {}).key % 5).toBe(0);
    expect(counter.draws).toBeGreaterThan(50);
  });

  test('a generator that never succeeds gives up with advice instead of hanging', () => {
    const hopeless = defineGenerator({
      unit: 'minutes',
      tolerance: 0.01,
      options: {},
      draw: () => null,
    });
    expect(() => draw(hopeless, 1, {})).toThrow('放宽取数范围');
  });

  test('an infinite slip counts as a collision', () => {
    expect(
      collides(
        { key: 1, shown: {}, numbers: {}, slips: [{ value: Number.POSITIVE_INFINITY, why: '' }] },
        0.01,
      ),
    ).toBe(true);
  });

  test('unknown options and values are answered with the ones that exist', () => {
    expect(settle(picky, {})).toEqual({ kind: 'plain' });
    expect(() => settle(picky, { knd: 'plain' })).toThrow('可用的选项是 kind');
    expect(() => settle(picky, { kind: 'odd' })).toThrow('可以写 plain、fancy');
  });

  test('an unknown generator is answered with the ones that exist', async () => {
    await expect(load('no-such')).rejects.toThrow('littles-law');
  });
});
