import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/quadrant-sort/model.ts';
import { sets, setIds, type Code } from '../../src/widgets/quadrant-sort/services.ts';
import { boxOf, covers, nameSpot } from '../../src/widgets/quadrant-sort/name-spot.ts';
import { Widget } from '../../src/widget-kit/widget.svelte.ts';
import {
  agreementOf,
  fictional,
  readMarks,
  ruleOf,
  serviceCount,
  unsorted,
  withMark,
} from '../../src/widgets/quadrant-sort/sorting.ts';

const half = { labourLine: 0.5, customLine: 0.5 };
const sortedAs = (id: string, mine: string, second = unsorted) =>
  model.at(
    {
      sorters: [
        { name: '我', codes: mine },
        { name: '同桌', codes: second },
      ],
    },
    id,
  );

describe('the rule, by hand', () => {
  test.each([
    [0.35, 0.15, 'A'],
    [0.4, 0.85, 'B'],
    [0.8, 0.1, 'C'],
    [0.9, 0.7, 'D'],
    [0.5, 0.5, 'D'],
  ])('labour %d, custom %d: %s', (labour, custom, code) => {
    const service = { name: '', text: '', labour, custom, second: 'A' as Code };
    expect(ruleOf(service, half)).toBe(code);
  });

  test('a point on the line counts as high, whatever binary makes of it', () => {
    const service = { name: '', text: '', labour: 0.1 + 0.2, custom: 0, second: 'A' as Code };
    expect(ruleOf(service, { labourLine: 0.3, customLine: 0.5 })).toBe('C');
  });
});

describe('what the sets teach', () => {
  test.each([
    ['hospital', 4],
    ['street', 4],
    ['bank', 4],
    ['hotpot', 3],
  ])('%s lies in %d quadrants', (id, spread) => {
    expect(model.at({}, id).spread).toBe(spread);
  });

  test('check-up is a factory and the specialist’s clinic is professional, in one hospital', () => {
    const { items, rule } = model.at({}, 'hospital');
    const of = (name: string) => rule[items.findIndex((item) => item.name === name)];
    expect([of('体检中心'), of('手术室'), of('疫苗接种'), of('专家门诊')]).toEqual([
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  test('of the four neighbours asked about, only the barber shares the lawyers’ quadrant', () => {
    const values = scenarioValues(model, 'street');
    const { predict } = model.scenarios.find(({ id }) => id === 'street') ?? {};
    if (predict?.kind !== 'choice') throw new Error('street asks for a choice');
    const { items, rule } = model.compute(values);
    const of = (name: string) => rule[items.findIndex((item) => item.name === name)];
    expect(predict.answer(values, model.compute(values))).toBe('理发店');
    const same = predict.options.filter(({ value }) => of(value) === of('律师事务所'));
    expect(same.map(({ value }) => value)).toEqual(['理发店']);
  });

  test('moving a line moves services: at forty percent of labour the rehabilitation room turns professional', () => {
    const { items, rule } = model.at({ labourLine: 0.4 }, 'hospital');
    expect(rule[items.findIndex(({ name }) => name === '康复训练')]).toBe('D');
  });

  test.each(setIds)('%s: ten different services, a second sorter who agrees on some', (id) => {
    const { items } = sets[id];
    expect(new Set(items.map(({ name }) => name)).size).toBe(serviceCount);
    expect(items.every(({ text }) => text.length >= 12 && !/\d+%/.test(text))).toBe(true);
    const { secondWithRule } = model.at({}, id);
    expect(secondWithRule?.agreement).toBeGreaterThan(0.3);
    expect(secondWithRule?.agreement).toBeLessThan(0.9);
    expect(fictional(id).codes).toMatch(/^[A-D]{10}$/);
  });
});

describe('agreement', () => {
  test('reckoned by hand: four of six the same, half of it chance', () => {
    // 一边 AAABBB，一边 AABBBA：同 4/6；碰巧 3/6·3/6 + 3/6·3/6 = 1/2；κ =（2/3 − 1/2）÷ 1/2 = 1/3
    const same = agreementOf(readMarks('AAABBB'), readMarks('AABBBA'));
    expect(same?.items).toBe(6);
    expect(same?.agreement).toBeCloseTo(2 / 3, 12);
    expect(same?.expected).toBeCloseTo(1 / 2, 12);
    expect(same?.kappa).toBeCloseTo(1 / 3, 12);
  });

  test('hospital: sorting by the look of it is 6 of 10 with the rule, kappa 0.47', () => {
    // 规则 ADBACADBCC；我 ADDBCADDDC：第 3、4、8、9 项不同
    const { rule, withRule } = sortedAs('hospital', 'ADDBCADDDC');
    expect(rule.join('')).toBe('ADBACADBCC');
    expect(withRule?.agreement).toBeCloseTo(0.6, 12);
    // 碰巧：A 2·3 + B 1·2 + C 2·3 + D 5·2 = 24，24/100；κ = 0.36/0.76
    expect(withRule?.kappa).toBeCloseTo(0.36 / 0.76, 12);
  });

  test('what only one has sorted is not compared; nothing sorted is no kappa', () => {
    const { withRule, betweenUs } = sortedAs('hospital', 'ADxxxxxxxx', 'xDBxxxxxxx');
    expect(withRule?.items).toBe(2);
    expect(betweenUs?.items).toBe(1);
    expect(sortedAs('hospital', unsorted).withRule).toBeNull();
  });

  test('all in one quadrant has no kappa, and the sentence says so', () => {
    const values = {
      ...scenarioValues(model, 'hospital'),
      sorters: [1, 2].map((n) => ({ name: `${n}`, codes: 'A'.repeat(10) })),
    };
    const sentence = model.sentence(values, model.compute(values));
    expect(sentence).toContain('没有定义（全归在同一格）');
  });
});

test('letters, digits and full-width are the same mark; one mark changes, the others stay', () => {
  expect(readMarks('aＢ3４x?').slice(0, 6)).toEqual(['A', 'B', 'C', 'D', null, null]);
  expect(readMarks('')).toHaveLength(serviceCount);
  expect(withMark(unsorted, 9, 'D')).toBe(`${'x'.repeat(9)}D`);
  expect(withMark('ABCDABCDAB', 0, null)).toBe('xBCDABCDAB');
});

describe('the plane on a phone', () => {
  const drawn = setIds.flatMap((id) =>
    [120, 160, 200, 260].map((height) => ({ id, height, width: 250, items: sets[id].items })),
  );
  test.each(drawn)(
    '$id, $height high: no dot lies on a quadrant’s name or on another dot',
    (at) => {
      const dots = at.items.map(({ labour, custom }) => ({
        x: custom * at.width,
        y: labour * at.height,
      }));
      const radius = 8;
      for (const outer of ['left', 'right'] as const)
        for (const [top, bottom] of [
          [0, at.height / 2],
          [at.height / 2, at.height],
        ] as const) {
          const [left, right] = outer === 'left' ? [0, at.width / 2] : [at.width / 2, at.width];
          const box = boxOf(nameSpot({ left, right, top, bottom }, outer, dots, radius));
          expect(dots.filter((dot) => covers(box, dot, radius))).toEqual([]);
        }
      dots.forEach((one, i) =>
        dots.slice(i + 1).forEach((other) => {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2 * radius);
        }),
      );
    },
  );
});

test('every guess at the number of quadrants is explained with the count itself', () => {
  for (const id of ['hospital', 'bank', 'hotpot'])
    for (const guess of ['1', '2', '3', '4']) {
      const values = scenarioValues(model, id);
      const result = model.compute(values);
      const { hit, explanation } = judge(predictionOf(model, id), guess, values, result, fixed);
      expect(hit).toBe(guess === String(result.spread));
      expect(explanation).toContain('服务工厂');
    }
});

test('the scenario one is in, tapped again, keeps what was sorted and puts the lines back; a reset clears all', () => {
  const bench = new Widget(model);
  const mine = [
    { name: '我', codes: 'ADBACxxxxx' },
    { name: '同桌', codes: unsorted },
  ];
  bench.set('sorters', mine);
  expect(bench.changed, '归类不算改过的设置').toEqual([]);
  bench.choose('hospital');
  expect(bench.values.sorters).toEqual(mine);
  bench.set('labourLine', 0.4);
  expect(bench.changed).toEqual(['labourLine']);
  bench.choose('hospital');
  expect([bench.values.labourLine, bench.values.sorters]).toEqual([0.5, mine]);
  bench.reset();
  expect(bench.values).toEqual(scenarioValues(model, 'hospital'));
  bench.undo();
  expect(bench.values.sorters).toEqual(mine);
  bench.choose('bank');
  expect(bench.values).toEqual(scenarioValues(model, 'bank'));
});

test('it says on its face that the coordinates are made up', () => {
  expect(model.directional).toBe(true);
  const values = scenarioValues(model, 'hospital');
  expect(model.table(values, model.compute(values)).caption).toContain('本课件设的');
});
