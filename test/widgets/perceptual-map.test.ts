import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { ends, model } from '../../src/widgets/perceptual-map/model.ts';
import { placeLabels } from '../../src/widgets/perceptual-map/place-labels.ts';
import { hotels, type Shop } from '../../src/widgets/perceptual-map/shops.ts';

const verdict = (id: string, guess: Guess) => {
  const values = scenarioValues(model, id);
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
};
const sentence = (id: string, shops?: readonly Shop[]) => {
  const values = scenarioValues(model, id);
  const set = shops ? { ...values, shops } : values;
  return model.sentence(set, model.compute(set));
};
const rating = fc.integer({ min: 0, max: 10 });
const anyShops = fc.array(
  fc.record({ name: fc.constant('店'), a: rating, b: rating, c: rating, d: rating }),
  { minLength: 4, maxLength: 8 },
);

describe('five hotels', () => {
  const result = model.at();

  test('the first axis holds 97 %, the second 2 %', () => {
    expect(result.explained[0]).toBeCloseTo(0.9726, 4);
    expect(result.explained[1]).toBeCloseTo(0.0242, 4);
  });

  test('the third and the fourth both stand at −1.99 and part only on the second axis', () => {
    expect(result.points[2]?.x).toBeCloseTo(-1.993, 3);
    expect(result.points[3]?.x).toBeCloseTo(result.points[2]?.x ?? 0, 9);
    expect(result.points[3]?.y).toBeCloseTo(0.44, 2);
    expect(result.points[2]?.y).toBeCloseTo(-0.44, 2);
  });

  test('the first and the second, as many points apart, part on the first axis; in full both pairs are as far', () => {
    expect((result.points[0]?.x ?? 0) - (result.points[1]?.x ?? 0)).toBeCloseTo(0.874, 3);
    const full = (one: number, other: number) =>
      result.pairs.find((pair) => pair.one === one && pair.other === other)?.inFull;
    expect(full(0, 1)).toBeCloseTo(full(2, 3) ?? 0, 9);
  });

  test('the axis is named by what bears it, and nothing bears the second', () => {
    const values = scenarioValues(model, 'hotels');
    expect(ends(values, result, 'x')).toEqual({ plus: '便宜、近站', minus: '安静、宽敞' });
    expect(ends(values, result, 'y')).toEqual({ plus: '', minus: '' });
    expect(sentence('hotels')).toContain('没有哪一项撑得起它');
  });
});

test('three points more on everything leave the fifth where it was across, and carry it up', () => {
  const [before, after] = [model.at(), model.at({}, 'better')];
  expect(before.points[4]?.x).toBeCloseTo(0.192, 3);
  expect(after.points[4]?.x).toBeCloseTo(0.1, 2);
  expect(after.points[4]?.y).toBeGreaterThan(1.8);
  expect(after.explained[1]).toBeCloseTo(0.2566, 4);
  expect(ends(scenarioValues(model, 'better'), after, 'y').plus).toBe('便宜、安静、近站、宽敞');
});

test('the two restaurants nearest on the map are 6, 3, 3 and 2 points apart; the map holds 65 %', () => {
  const { nearest, held, pairs } = model.at({}, 'restaurants');
  expect(nearest).toHaveLength(1);
  expect(nearest[0]).toMatchObject({ one: 2, other: 3 });
  expect(nearest[0]?.onMap).toBeCloseTo(0.226, 3);
  expect(nearest[0]?.inFull).toBeCloseTo(3.118, 3);
  expect(pairs.filter(({ inFull }) => inFull < 3.118).length).toBeGreaterThan(8);
  expect(held).toBeCloseTo(0.654, 3);
  expect(sentence('restaurants')).toContain('三店和四店（四项差 6、3、3、2 分）');
});

describe('verdicts', () => {
  test.each([
    ['hotels', 'same', '差的方向不一样'],
    ['hotels', 'first', '四个 1 分都朝同一头'],
    ['better', 'plus', '安静、宽敞也一样加了'],
    ['better', 'minus', '便宜、近站也一样加了'],
    ['restaurants', 'far', '由近到远排第 1'],
    ['restaurants', 'middle', '压扁了看不见'],
  ])('%s, %s: %s', (id, guess, words) => {
    const { hit, explanation } = verdict(id, guess);
    expect(hit).toBe(false);
    expect(explanation).toContain(words);
  });
  test.each([
    ['hotels', 'second'],
    ['better', 'still'],
    ['restaurants', 'near'],
  ])('%s: %s is a hit', (id, guess) => expect(verdict(id, guess).hit).toBe(true));
});

describe('any ratings', () => {
  test('two of four axes hold at least half, never more than all, and distances only shrink', () => {
    fc.assert(
      fc.property(anyShops, (shops) => {
        const { same, held, pairs } = model.at({ shops });
        if (same) return;
        expect(held).toBeGreaterThan(0.5 - 1e-9);
        expect(held).toBeLessThan(1 + 1e-9);
        for (const { onMap, inFull } of pairs) expect(onMap).toBeLessThanOrEqual(inFull + 1e-9);
      }),
    );
  });

  test('all alike is said in words', () => {
    const shops = hotels.map((shop) => ({ ...shop, a: 5, b: 5, c: 5, d: 5 }));
    expect(sentence('hotels', shops)).toContain('没有差别可画');
  });

  test('an item on which nobody differs has no arrow and bears no axis', () => {
    const shops = hotels.map((shop) => ({ ...shop, d: 5 }));
    const { arrows } = model.at({ shops });
    expect(arrows[3]).toEqual({ x: 0, y: 0 });
  });
});

test('names on the map stay inside it and off each other where there is room', () => {
  const anchors = [0, 1, 2, 3].map((i) => ({ x: 150 + 4 * i, y: 100, text: '三号', radius: 8 }));
  const spots = placeLabels(anchors, { width: 300, height: 200 });
  spots.forEach(({ x, y }, i) => {
    expect(x).toBeGreaterThanOrEqual(13.5);
    expect(x).toBeLessThanOrEqual(286.5);
    for (const other of spots.slice(i + 1))
      expect(Math.abs(other.x - x) >= 26.9 || Math.abs(other.y - y) >= 15.9).toBe(true);
  });
  const [corner] = placeLabels([{ x: 298, y: 2, text: '一号', radius: 8 }], {
    width: 300,
    height: 200,
  });
  expect(corner?.x).toBeLessThanOrEqual(286.5);
  expect(corner?.y).toBeGreaterThanOrEqual(8);
});

test('names keep off the lines that run through their points', () => {
  const point = { x: 150, y: 100, text: '一号', radius: 8 };
  const size = { width: 300, height: 200 };
  const off = (segments: Parameters<typeof placeLabels>[2] & {}) => {
    const [spot] = placeLabels([point], size, segments);
    return { dx: Math.abs((spot?.x ?? 0) - 150), dy: Math.abs((spot?.y ?? 0) - 100) };
  };
  // 竖线穿过：名字在左右，离线半个名字以上
  expect(off([[150, 0, 150, 200]]).dx).toBeGreaterThanOrEqual(13.5);
  // 横线穿过：名字在上下
  expect(off([[0, 100, 300, 100]]).dy).toBeGreaterThanOrEqual(8);
  // 一横一竖：名字在斜角上
  const corner = off([
    [150, 0, 150, 200],
    [0, 100, 300, 100],
  ]);
  expect(corner.dx).toBeGreaterThanOrEqual(13.5);
  expect(corner.dy).toBeGreaterThanOrEqual(8);
});

test('a name stays beside its point where two arrows and the axis leave only a row of room', () => {
  const axis = [0, 190, 460, 190] as const;
  const arrows = [
    [230, 190, 384.2, 163.3],
    [230, 190, 385, 211.7],
  ] as const;
  const [spot] = placeLabels(
    [{ x: 352.6, y: 190, text: '二号', radius: 8 }],
    { width: 460, height: 380 },
    [axis, ...arrows],
  );
  expect(Math.abs((spot?.y ?? 0) - 190)).toBeLessThanOrEqual(17);
  expect(Math.abs((spot?.x ?? 0) - 352.6)).toBeLessThanOrEqual(25);
});
