import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { cases, readMarks, unsorted, withMark } from '../../src/widgets/four-types/cases.ts';
import { model } from '../../src/widgets/four-types/model.ts';
import {
  clashes,
  codes,
  optionOf,
  rows,
  table,
  typeNames,
  types,
  whole,
  type Design,
  type RowId,
} from '../../src/widgets/four-types/rules.ts';
import { TypesBench } from '../../src/widgets/four-types/work-kept.svelte.ts';

function told(guess: Guess, scenario: string, change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('the rules', () => {
  test('each type has a whole set of its own, and no two types share one', () => {
    for (const type of types) {
      expect(clashes(whole(type), type)).toEqual([]);
      for (const other of types)
        if (other !== type) expect(clashes(whole(type), other).length).toBeGreaterThan(1);
    }
  });

  test('every option fits some type, has its own words, and each row says what each type needs', () => {
    for (const row of rows) {
      const { options, needs } = table[row];
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
      for (const { fits, does } of options) {
        expect(fits.length).toBeGreaterThan(0);
        expect(does).toMatch(/。$/);
      }
      for (const type of types) {
        expect(options.filter(({ fits }) => fits.includes(type))).toHaveLength(1);
        expect(needs[type]).toMatch(/。$/);
        expect(needs[type]).not.toContain(
          types.filter((t) => t !== type).map((t) => typeNames[t].name)[0],
        );
      }
    }
  });

  test('types that keep the back office in the branch never fit a centralised one, and the other way round', () => {
    for (const { value, fits } of table.back.options)
      for (const type of fits)
        expect(value === 'branch').toBe(type === 'kiosk' || type === 'personal');
  });
});

describe('the four banks', () => {
  test.each([
    ['private', 'measure'],
    ['stall', 'back'],
    ['direct', 'pay'],
    ['community', 'staff'],
  ] as const)('%s: the one choice that works against the strategy is %s', (id, row) => {
    expect(model.at({}, id).clashes).toEqual([row]);
    expect(told(row, id).hit).toBe(true);
    for (const guess of [...rows.filter((each) => each !== row), 'none']) {
      const { hit, explanation } = told(guess, id);
      expect(hit).toBe(false);
      expect(explanation, guess).toContain(table[row].name);
    }
  });

  test('the centralised back office of the private bank is defended, and minutes per call is what has to go', () => {
    expect(told('back', 'private').explanation).toContain('正合这一型');
    expect(told('measure', 'private').explanation).toContain('挂电话');
  });

  test('a bank built of another type’s six is told which type it is', () => {
    const values = { ...scenarioValues(model, 'private'), ...whole('leader') };
    const said = model.sentence(values, model.compute(values));
    expect(said).toContain('倒更像“成本领先型”（合 6 项）');
  });

  test('whatever is chosen, the sentence names exactly the choices that clash, and the answer is one of them', () => {
    const design = fc.record(
      Object.fromEntries(
        rows.map((row) => [row, fc.constantFrom(...table[row].options.map(({ value }) => value))]),
      ),
    );
    fc.assert(
      fc.property(design, fc.constantFrom(...types), (chosen, strategy) => {
        const values = { ...scenarioValues(model, 'private'), ...chosen, strategy };
        const result = model.compute(values as never);
        const said = model.sentence(values as never, result);
        for (const row of rows)
          expect(said.includes(`“${table[row].name}”`)).toBe(result.clashes.includes(row));
        const { predict } = model;
        if (predict.kind !== 'choice') throw new Error('four-types asks for a choice');
        const answer = predict.answer(values as never, result);
        expect(answer).toBe(result.clashes[0] ?? 'none');
        expect(result.fits[strategy]).toBe(rows.length - result.clashes.length);
        expect(optionOf('pay', (chosen as Design)['pay' as RowId]).label).not.toBe('');
      }),
      { numRuns: 100 },
    );
  });
});

describe('ten cases', () => {
  test('all four types occur, banks in each of them: the types are no trades', () => {
    expect(new Set(cases.map(({ rule }) => rule)).size).toBe(4);
    expect(new Set(cases.filter(({ bank }) => bank).map(({ rule }) => rule)).size).toBe(4);
    expect(told('4', 'sort').hit).toBe(true);
    expect(told('1', 'sort').explanation).toContain('手机银行的信用贷是成本领先型');
  });

  test('agreement by hand: the second sorter is 4 of 10 with the rule', () => {
    // 规则 ABCDCBADAC；小周 AACDDDBDBD：第 1、3、4、8 家相同。
    // 碰巧：A 3·2 + B 2·2 + C 3·1 + D 2·5 = 23，23/100；κ = (0.4 − 0.23) ÷ 0.77
    const { secondWithRule } = model.at({}, 'sort');
    expect(secondWithRule?.agreement).toBeCloseTo(0.4, 12);
    expect(secondWithRule?.kappa).toBeCloseTo(0.17 / 0.77, 12);
  });

  test('sorted as the rule is ten of ten; nothing sorted is no agreement; all in one is no kappa', () => {
    const mine = (text: string) => [
      { name: '我', codes: text },
      { name: '同桌', codes: text },
    ];
    const rule = cases.map((one) => one.rule).join('');
    expect(model.at({ sorters: mine(rule) }, 'sort').withRule?.kappa).toBe(1);
    expect(model.at({}, 'sort').withRule).toBeNull();
    const values = { ...scenarioValues(model, 'sort'), sorters: mine('A'.repeat(10)) };
    expect(model.sentence(values, model.compute(values))).toContain('没有定义');
  });

  test('letters, digits and full width are the same mark', () => {
    expect(readMarks('aＢ3４x').slice(0, 5)).toEqual(['A', 'B', 'C', 'D', null]);
    expect(readMarks('')).toHaveLength(cases.length);
    expect(withMark(unsorted, 0, codes[2])).toBe(`C${'x'.repeat(9)}`);
  });

  test('a card gives enough to judge by and does not name the type', () => {
    for (const { text, why } of cases) {
      expect(text.length).toBeGreaterThan(20);
      for (const type of types) expect(text).not.toContain(typeNames[type].name);
      expect(why).toMatch(/。$/);
    }
  });
});

test('what was sorted stays when the scenario is changed; a reset clears it', () => {
  const bench = new TypesBench(model);
  bench.choose('sort');
  const mine = [
    { name: '我', codes: `AB${'x'.repeat(8)}` },
    { name: '同桌', codes: unsorted },
  ];
  bench.set('sorters', mine);
  expect(bench.changed).toEqual([]);
  bench.choose('stall');
  bench.choose('sort');
  expect(bench.values.sorters).toEqual(mine);
  bench.reset();
  expect(bench.scenario, '重置不换场景').toBe('sort');
  expect(bench.values).toEqual(scenarioValues(model, 'sort'));
});

test('it says on its face that the rules are a table, not a measurement', () => {
  expect(model.directional).toBe(true);
});
