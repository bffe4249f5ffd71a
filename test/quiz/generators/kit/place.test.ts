/** 抽一张图：抽不出来、没有这个生成器，都要说怎么办。 */
import { expect, test } from 'vitest';
import { loadPlace } from '../../../../src/quiz/generators/kit/load-place.ts';
import { definePlace, drawPlace } from '../../../../src/quiz/generators/kit/place.ts';

test('a generator that never succeeds gives up with advice instead of hanging', () => {
  const hopeless = definePlace({ options: {}, draw: () => null });
  expect(() => drawPlace(hopeless, 1, {})).toThrow('放宽取数范围');
});

test('an unknown generator is answered with the ones that exist', async () => {
  await expect(loadPlace('no-such')).rejects.toThrow('line-site');
});
