import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toQuery } from '../../src/widget-kit/link-state.ts';
import { fromQuery } from '../../src/widget-kit/read-link.ts';
import {
  briefText,
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type AnyValues,
  type Param,
  type Row,
  type Value,
  type WidgetModel,
} from '../../src/widget-kit/model.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { readEntry } from '../../src/widget-kit/number-entry.ts';
import { legalRow } from '../../src/widget-kit/rows.ts';
import { countedUnits } from '../../src/lib/counted-units.ts';
import { fixed } from '../../src/lib/format.ts';

const models = Object.entries(
  import.meta.glob<{ model: WidgetModel }>('../../src/widgets/*/model.ts', { eager: true }),
).map(([path, { model }]) => ({ folder: path.split('/').at(-2) as string, model }));

/** 参数空间里的任意一点，落在控件能到的网格上。 */
function anyValue(param: Param): fc.Arbitrary<Value> {
  if (param.kind === 'list') {
    const cells = Object.entries(param.fields).map(([name, field]) => [
      name,
      field.kind === 'number'
        ? anyValue({ ...field, meaning: '' })
        : fc.string({ maxLength: field.longest }),
    ]);
    return fc
      .array(fc.record(Object.fromEntries(cells)), {
        minLength: param.atLeast,
        maxLength: Math.min(param.atMost, param.atLeast + 12),
      })
      .map((rows) => rows.map((row) => legalRow(param, row as Row)));
  }
  if (param.kind === 'toggle') return fc.boolean();
  if (param.kind === 'choice') return fc.constantFrom(...param.options.map(({ value }) => value));
  const extremes = fc.constantFrom(param.min, param.max, param.default);
  const inside = fc
    .double({ min: param.min, max: param.max, noNaN: true })
    .map((x) => nearest(param, x));
  return fc.oneof({ weight: 1, arbitrary: extremes }, { weight: 3, arbitrary: inside });
}
const anySetting = (model: WidgetModel): fc.Arbitrary<AnyValues> =>
  fc.record(
    Object.fromEntries(
      Object.entries(model.params).map(([name, param]) => [name, anyValue(param)]),
    ),
  );

/** 给人看的字里不该漏出机器话；“无限”“—”是约定好的说法。 */
const machineWords = /NaN|Infinity|undefined|null|\[object|e[+-]\d/;

/** 一开口就说猜少了、猜多了的话；“扣多了”是扣得多，数就少 */
const saysLow = /^(少了|低了|还要多|猜低|猜少|猜得太低|少猜|少排|少算|押少|留少|扣多|小看|偏谨慎)/;
const saysHigh =
  /^(多了|高了|猜多|猜高|多猜|多排|押多|留多|扣少|高看|太高|太靠后|没有这么久|没那么惨|用不着)/;

const figure = String.raw`([−-]?[\d,]+(?:\.\d+)?)(?: ?(?:%|[\p{Script=Han}]{1,3}?))?`;
const numberOf = (text = '') => Number(text.replaceAll(',', '').replace('−', '-'));
const up = '升|涨|增|多|长|高';
const down = '降|减|少|跌|缩|掉|短|低';
const between = new RegExp(`从 ?${figure} ?(${up}|${down})到 ?${figure}`, 'gu');
const beyond = new RegExp(`^[^。]*?比[^。；，]*? ?${figure}还(小|低|少|短|高|多|长|贵|大)`, 'u');
const signedTwice =
  /(?:多|少|省|便宜|贵|快|慢|短|长|高|低)(?:了|出|掉|付|等|收|走)? ?[−-]\d[\d,.]*/;

/** 解释里自己就对得出真假的说法：升降与两头的数，比谁还高还低，“多 −3”。 */
function untrueWords(explanation: string, guess: number): string[] {
  return [
    ...[...explanation.matchAll(between)].flatMap(([said, from, way = '', to]) => {
      const grows = numberOf(to) - numberOf(from);
      return (up.includes(way) ? grows < 0 : grows > 0) ? [said] : [];
    }),
    ...[beyond.exec(explanation)].flatMap((match) => {
      if (!match) return [];
      const [said, than, way = ''] = match;
      const less = '小低少短'.includes(way);
      return (less ? guess > numberOf(than) : guess < numberOf(than)) ? [said] : [];
    }),
    ...(signedTwice.exec(explanation) ?? []),
  ];
}

/** 给人看的话里，哪几处还空着。 */
function unwritten(value: unknown, path = 'model'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    each === '' && /^(label|meaning|sentence|question|hit|text|explanation|caption)$/.test(name)
      ? [`${path}.${name}`]
      : unwritten(each, `${path}.${name}`),
  );
}

/** 揭晓后可能说的每一段话：猜中的、每一种错猜的、每一个选项的。 */
function explanations(model: WidgetModel, scenario: string) {
  const predict = predictionOf(model, scenario);
  const values = scenarioValues(model, scenario);
  const result = model.compute(values);
  if (predict.kind === 'choice')
    return predict.options.map(({ value }) => judge(predict, value, values, result, fixed));
  type Text<G> = string | ((values: AnyValues, result: unknown, guess: G) => string);
  /** 猜对了说的，与往两头猜时每一种错猜说的。 */
  const all = <G>(
    { hit, misreads }: { hit: Text<G>; misreads: readonly { text: Text<G> }[] },
    right: G,
    wrong: readonly G[],
  ) => {
    const said = (text: Text<G>, guess: G) =>
      typeof text === 'function' ? text(values, result, guess) : text;
    return [
      { hit: true, explanation: said(hit, right) },
      ...misreads.flatMap(({ text }) =>
        wrong.map((guess) => ({ hit: false, explanation: said(text, guess) })),
      ),
    ];
  };
  if (predict.kind === 'number')
    return all(predict, predict.answer(values, result), [predict.min, predict.max]);
  const flat = (y: number): readonly number[] => predict.at.map(() => y);
  return all(
    predict,
    predict.at.map((x) => predict.answer(values, result, x)),
    [flat(predict.y.min), flat(predict.y.max)],
  );
}

test('there are experiments to check', () => expect(models.length).toBeGreaterThan(0));

describe.each(models)('experiment $folder', ({ folder, model }) => {
  test('is named after its folder and its scenarios stay inside the controls', () => {
    expect(model.id, `src/widgets/${folder}/model.ts：id 要与文件夹同名`).toBe(folder);
    expect(model.scenarios.length).toBeGreaterThanOrEqual(2);
    for (const [name, param] of Object.entries(model.params)) {
      if (param.kind === 'number')
        expect(nearest(param, param.default), `${name} 的默认值不在网格上`).toBe(param.default);
      for (const { id, values } of model.scenarios) {
        const value = (values as AnyValues)[name];
        if (param.kind === 'list' && value !== undefined) {
          const rows = value as readonly Row[];
          expect(rows.length, `场景 ${id} 的 ${name} 行数`).toBeGreaterThanOrEqual(param.atLeast);
          expect(rows.length, `场景 ${id} 的 ${name} 行数`).toBeLessThanOrEqual(param.atMost);
          expect(
            rows.map((row) => legalRow(param, row)),
            `场景 ${id} 的 ${name} 有的格不在网格上`,
          ).toEqual(rows);
        }
        if (param.kind === 'number' && value !== undefined)
          expect(
            nearest(param, value as number),
            `场景 ${id} 的 ${name} 不在控件能到的网格上`,
          ).toBe(value);
      }
    }
  });

  test('leaves no word unwritten that a reader is to see', () => {
    const values = scenarioValues(model, undefined);
    const table = model.table(values, model.compute(values));
    expect(
      unwritten({ ...model, table }),
      `src/widgets/${folder}/model.ts 里这几处还空着，写上给读者看的话`,
    ).toEqual([]);
  });

  test('answers everywhere in its parameter space, in words a reader can read', () => {
    fc.assert(
      fc.property(anySetting(model), (values) => {
        const result = model.compute(values);
        const sentence = model.sentence(values, result);
        expect(sentence).not.toMatch(machineWords);
        expect(sentence).toMatch(/[。！？]$/);
        const table = model.table(values, result);
        expect(table.rows.length).toBeGreaterThan(0);
        for (const row of table.rows) {
          expect(row.length, 'table row width').toBe(table.columns.length);
          for (const cell of row) expect(String(cell)).not.toMatch(/NaN|undefined|object/);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('judges any guess with an explanation', () => {
    for (const { id } of model.scenarios) {
      const predict = predictionOf(model, id);
      const values = scenarioValues(model, id);
      const result = model.compute(values);
      expect(questionText(predict, values, result)).toMatch(/？|。$/);
      expect(
        briefText(model, values, result).length,
        '一行的结果太长，给 model 写一个 brief',
      ).toBeLessThanOrEqual(40);
      if (predict.kind === 'choice') {
        expect(predict.options.map(({ value }) => value)).toContain(predict.answer(values, result));
        for (const { value, explanation } of predict.options) {
          const text =
            typeof explanation === 'function' ? explanation(values, result) : explanation;
          expect(text.length, value).toBeGreaterThan(8);
          expect(text, value).not.toMatch(machineWords);
        }
      } else {
        expect(predict.misreads.length, '至少写两种典型错猜').toBeGreaterThanOrEqual(2);
        const answers =
          predict.kind === 'number'
            ? [predict.answer(values, result)]
            : predict.at.map((x) => predict.answer(values, result, x));
        for (const answer of answers) expect(answer).not.toBeNaN();
      }
    }
  });

  test('calls a guess too low or too high only when it is', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        anySetting(model),
        fc.constantFrom(...model.scenarios.map(({ id }) => id)),
        fc.boolean(),
        share,
        share,
        (any, id, own, part, near) => {
          const predict = predictionOf(model, id);
          if (predict.kind !== 'number') return;
          const values = own ? scenarioValues(model, id) : any;
          const result = model.compute(values);
          const answer = predict.answer(values, result);
          const { min, max } = predict;
          const guesses = [min, max, min + part * (max - min), 2 * near * answer].filter(
            (guess) => guess >= min && guess <= max,
          );
          for (const guess of guesses) {
            const { hit, explanation } = judge(predict, guess, values, result, fixed);
            const wrong = untrueWords(explanation, guess);
            expect(
              wrong,
              `${folder} 的 ${id}：猜 ${guess}，答案 ${answer}，“${wrong.join('”“')}”与数相反：“${explanation}”；改那条 misreads 的 when 或 text`,
            ).toEqual([]);
            if (hit) continue;
            const said = `${folder} 的 ${id}：猜 ${guess}，答案 ${answer}，说“${explanation}”；改那条 misreads 的 when`;
            if (saysLow.test(explanation)) expect(guess, said).toBeLessThan(answer);
            if (saysHigh.test(explanation)) expect(guess, said).toBeGreaterThan(answer);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('asks for whole numbers where people and shops are counted', () => {
    for (const { id } of model.scenarios) {
      const predict = predictionOf(model, id);
      if (predict.kind !== 'number' || predict.digits > 0 || !countedUnits.test(predict.unit))
        continue;
      const values = scenarioValues(model, id);
      if (Number.isInteger(predict.answer(values, model.compute(values))))
        expect(predict.whole, `${folder} 的 ${id} 问几${predict.unit}：写上 whole: true`).toBe(
          true,
        );
    }
  });

  test('columns of a table that are marked or counted name the unit a reader would type', () => {
    for (const [name, param] of Object.entries(model.params)) {
      if (param.kind !== 'list') continue;
      for (const [column, field] of Object.entries(param.fields)) {
        if (field.kind !== 'number') continue;
        if (/分数?$|几份|份量|人数|几人|年份|打分/.test(field.label))
          expect(
            field.unit,
            `${folder} 的 ${name}.${column}“${field.label}”没有写 unit，填“7分”“3人”会被退回`,
          ).toBeDefined();
        if (field.unit === undefined) continue;
        const typed = readEntry(`${field.default}${field.unit}`, field, null);
        expect(typed.value, `${folder} 的 ${name}.${column} 不收自己的单位`).toBe(field.default);
      }
    }
  });

  test('praises a right choice once: “猜中了。” is said already', () => {
    for (const { id } of model.scenarios) {
      if (predictionOf(model, id).kind !== 'choice') continue;
      for (const { hit, explanation } of explanations(model, id))
        if (hit)
          expect(
            explanation,
            `场景 ${id}：前面已经印着“猜中了。”，话里不再说“对”“正是”`,
          ).not.toMatch(/(^|[。；])(对|正是|没错|很?准|答对了|猜对了|猜中了)[。，：！]/);
    }
  });

  test('leaves no space between Han and Han, whatever is filled in', () => {
    for (const { id, sentence } of model.scenarios) {
      const values = scenarioValues(model, id);
      const result = model.compute(values);
      for (const text of [
        sentence,
        questionText(predictionOf(model, id), values, result),
        model.sentence(values, result),
        ...explanations(model, id).map(({ explanation }) => explanation),
      ])
        expect(
          text.match(/.{0,8}\p{Script=Han} [\p{Script=Han}，。；：].{0,8}/u)?.[0],
          `场景 ${id}：汉字与汉字、标点之间多了一个空格，多半是填进去的数自带单位`,
        ).toBeUndefined();
    }
  });

  test('keeps the monotone promises theory makes', () => {
    const promises = Map.groupBy(model.monotone ?? [], ({ param }) => param);
    if (promises.size === 0) return;
    // 算一次要几毫秒的实验不少：各条许诺共用同一个起点，同一个参数的几条共用同一次改动
    const moves = fc.record(
      Object.fromEntries(
        [...promises.keys()].map((param) => {
          const control = model.params[param];
          if (control?.kind !== 'number') throw new Error(`monotone.param ${param} 要是数值参数`);
          return [param, anyValue(control)];
        }),
      ),
    );
    fc.assert(
      fc.property(anySetting(model), moves, (values, moves) => {
        const start = model.compute(values);
        for (const [param, group] of promises) {
          const from = values[param] as number;
          const to = moves[param] as number;
          const end = model.compute({ ...values, [param]: to });
          for (const { quantity, direction } of group) {
            const [before, after] = [quantity(start), quantity(end)];
            const rises = to > from === (direction === 'up');
            const [low, high] = rises ? [before, after] : [after, before];
            if (to === from || low === high) continue;
            const slack = 1e-9 * Math.max(1, Math.min(Math.abs(low), Number.MAX_VALUE));
            expect(high >= low - slack, `${param} ${from}→${to}：${before}→${after}`).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('survives the round trip through a scenario link, and any link at all', () => {
    const bases = [null, ...model.scenarios.map(({ id }) => id)];
    fc.assert(
      fc.property(anySetting(model), fc.constantFrom(...bases), (values, scenario) => {
        expect(fromQuery(model, toQuery(model, values, scenario))).toEqual({
          values,
          scenario,
          notes: [],
          present: true,
        });
      }),
      { numRuns: 40 },
    );
    for (const { id } of model.scenarios)
      expect(toQuery(model, scenarioValues(model, id), id)).toBe(`?s=${id}`);
    const names = Object.keys(model.params);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.oneof(fc.string(), fc.double().map(String)),
        (name, text) => {
          const link = new URLSearchParams({ v: String(model.version), [name]: text });
          const { values } = fromQuery(model, `?${link}`);
          expect(model.sentence(values, model.compute(values))).not.toMatch(machineWords);
        },
      ),
      { numRuns: 40 },
    );
  });
});
