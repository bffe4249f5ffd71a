import { expect, test } from 'vitest';
import { Mirrors, readMirrors } from '../../../src/classroom/stage/mirrors.ts';

function bench() {
  const state: { day: unknown; hand: unknown } = { day: 14, hand: null };
  const mirrors = new Mirrors();
  mirrors.add(
    'day',
    () => state.day,
    (told) => (state.day = told),
  );
  mirrors.add(
    'hand',
    () => state.hand,
    (told) => (state.hand = told),
  );
  return { state, mirrors };
}

test('说出来，照着摆，一个样', () => {
  const [desk, wall] = [bench(), bench()];
  Object.assign(desk.state, { day: 3, hand: { seen: 12, low: 4 } });
  wall.mirrors.follow(desk.mirrors.say());
  expect(wall.state).toEqual(desk.state);
  expect(wall.mirrors.say()).toBe(desk.mirrors.say());
});

test('没有登记过的是空串；空串不动手', () => {
  expect(new Mirrors().say()).toBe('');
  const { state, mirrors } = bench();
  mirrors.follow('');
  expect(state).toEqual({ day: 14, hand: null });
});

test('自己又改回去的，再摆；怎么也摆不成的，几遍就算了', () => {
  const [desk, wall] = [bench(), bench()];
  desk.state.day = 3;
  const told = desk.mirrors.say();
  wall.mirrors.follow(told);
  wall.state.day = 14;
  wall.mirrors.follow(told);
  expect(wall.state.day).toBe(3);
  let writes = 0;
  const stubborn = new Mirrors();
  stubborn.add(
    'day',
    () => 14,
    () => writes++,
  );
  for (let i = 0; i < 100; i++) stubborn.follow('{"day":3}');
  expect(writes, '会没完没了地改').toBeLessThan(10);
});

test('登记过的名字才摆；读不懂的不动', () => {
  const { state, mirrors } = bench();
  for (const told of ['{', '[]', 'null', '{"other":1}']) mirrors.follow(told);
  expect(state).toEqual({ day: 14, hand: null });
});

test('不是字、长得离谱的不要', () => {
  expect(readMirrors(undefined)).toBe('');
  expect(readMirrors('{}')).toBe('{}');
  for (const bad of [1, {}, null, 'x'.repeat(20_001)]) expect(readMirrors(bad)).toBeNull();
});
