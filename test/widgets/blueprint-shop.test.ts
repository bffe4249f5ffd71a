import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blueprintTiming } from '../../src/calc/process/blueprint-timing.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
  type ListParam,
  type Row,
} from '../../src/widget-kit/model.ts';
import { legalRow } from '../../src/widget-kit/rows.ts';
import { readBlueprint, writeBlueprint } from '../../src/widgets/blueprint-shop/blueprint-file.ts';
import { model } from '../../src/widgets/blueprint-shop/model.ts';
import {
  backTo,
  inserted,
  moved,
  removed,
  returns,
  sayCut,
  type Step,
} from '../../src/widgets/blueprint-shop/steps.ts';

const list = model.params.steps as ListParam;
const stepsOf = (scenario: string): readonly Step[] => scenarioValues(model, scenario).steps;
const names = (steps: readonly Step[]) => steps.map(({ name }) => name).join('');

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'clinic', change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

const anyStep = fc
  .record({
    name: fc.string({ maxLength: 6 }),
    seen: fc.string({ maxLength: 6 }),
    band: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
    failure: fc.integer({ min: 0, max: 60 }).map((halves) => halves / 2),
    extra: fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10),
    back: fc.integer({ min: 0, max: 12 }),
  })
  .map((row) => legalRow(list, row) as Row & Step);
const anySteps = fc.array(anyStep, { minLength: 2, maxLength: 12 });

describe('blueprint-shop', () => {
  test('the eight steps by hand: 75.1 % right the first time, 63 minutes as drawn, 66.35 with rework', () => {
    // 0.95·0.96·0.97·0.94·0.98⁴·… ：0.95 × 0.96² × 0.97 × 0.94 × 0.98³
    const result = model.at();
    expect(result.firstPassYield).toBeCloseTo(0.95 * 0.96 ** 2 * 0.97 * 0.94 * 0.98 ** 3, 12);
    expect(result.standardTime).toBe(63);
    // 抽血 (4 + 0.02 × 6)/0.98；检验退回抽血 (30 + 0.02 × 抽血)/0.98；复诊 (6 + 0.04)/0.98；取药退回复诊
    const draw = 4.12 / 0.98;
    const check = 6.04 / 0.98;
    const byHand =
      2.15 / 0.95 +
      5.16 / 0.96 +
      8.15 / 0.97 +
      3.24 / 0.94 +
      draw +
      (30 + 0.02 * draw) / 0.98 +
      check +
      (5 + 0.04 * (8 + check)) / 0.96;
    expect(result.expectedTime).toBeCloseTo(byHand, 9);
  });

  test('the step failing most, the payment, is not the one worth mending: that is the pharmacy', () => {
    const { steps } = scenarioValues(model, 'clinic');
    const { shakiest, best, rows } = model.at();
    expect(steps[shakiest ?? -1]?.name).toBe('缴费');
    expect(steps[best ?? -1]?.name).toBe('取药');
    expect(rows[7]?.saved).toBeCloseTo(0.407, 3);
    expect(rows[3]?.saved).toBeCloseTo(0.23, 3);
    const faster = model.at({ change: 'time' });
    expect(steps[faster.best ?? -1]?.name).toBe('检验');
  });

  test('hot pot: three quarters found above the line, none begun there; a third of the staff’s work is seen', () => {
    const result = model.at({}, 'hotpot');
    expect(result.foundAbove).toBeCloseTo(0.766, 3);
    expect(result.begunAbove).toBe(0);
    expect(result.staffSeen / result.staff).toBeCloseTo(1 / 3, 12);
    // 摆锅退回分单、下菜退回切配，都在后台；进货在支持系统
    const [customer, front, backstage, support] = result.begun as [number, number, number, number];
    expect([customer, front]).toEqual([0, 0]);
    expect(backstage).toBeCloseTo(0.766, 3);
    expect(support).toBeCloseTo(0.234, 3);
    expect(told('few', 'hotpot').hit).toBe(true);
    expect(told('most', 'hotpot').explanation).toContain('77%');
  });

  test('every step at the front is one contact: six at the clinic, three for a meal taken home', () => {
    expect(['clinic', 'hotpot', 'home'].map((id) => model.at({}, id).contacts)).toEqual([6, 2, 3]);
  });

  test('where errors begin above the line, the sentence says why', () => {
    const say = (id: string) => {
      const values = scenarioValues(model, id);
      return model.sentence(values, model.compute(values));
    };
    expect(say('clinic')).toContain('当着顾客的面');
    expect(say('hotpot')).not.toContain('当着顾客的面');
  });

  test('a name longer than its box is cut, and it says to what', () => {
    expect(sayCut('name', '核验身份证件')).toContain('只留“核验身份”');
    expect(sayCut('seen', '检查报告单子')).toContain('有形展示只留“检查报告”');
    expect(sayCut('name', '核验身份')).toBe('');
  });

  test('reading the order back turns 72.16 minutes into 71.12, as the text of the next section has it', () => {
    expect(model.at({}, 'home').expectedTime).toBeCloseTo(71 + (0.03 / 0.97) * 4, 9);
    const heard = told('slower', 'home');
    expect(heard.hit).toBe(false);
    expect(heard.explanation).toContain('72.16 分钟；复述一遍，71.12');
    expect(told('faster', 'home').hit).toBe(true);
    const long = stepsOf('home').map((step, i) => (i === 1 ? { ...step, minutes: 5 } : step));
    expect(told('slower', 'home', { steps: long }).hit).toBe(true);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(75).hit).toBe(true);
    expect(told(72).explanation).toContain('各步只数头一遍，一百位一共失败 28 次');
    expect(told(96.5).explanation).toContain('一步平均的把握');
    expect(told(94).explanation).toContain('缴费');
    expect(told(85).explanation).toContain('猜高了');
    expect(told(40).explanation).toContain('猜低了');
  });

  test('what a low guess hears is true of every blueprint: no step takes away more than its failure rate', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const most = Math.max(...steps.map(({ failure }) => failure));
        const { explanation } = told(-1, 'own', { steps });
        if (explanation.includes('猜低了')) expect(explanation).toContain(`至多再减 ${most} 个`);
        expect(explanation).not.toContain('几个百分点');
      }),
      { numRuns: 100 },
    );
  });

  test('of two steps failing as often, the one worth mending is not set against the other', () => {
    const steps = stepsOf('clinic').map((step) => ({ ...step, failure: 4 }));
    const values = { ...scenarioValues(model, 'clinic'), steps };
    const result = model.compute(values);
    expect(result.best).not.toBe(result.shakiest);
    expect(model.sentence(values, result)).not.toContain('却是');
    expect(model.sentence(scenarioValues(model, 'clinic'), model.at())).toContain(
      '失败率最高的是缴费；只改一步，却是让取药',
    );
  });

  test('the question and the words follow a changed blueprint; without failures nothing is mended', () => {
    const steps = stepsOf('own').map((step) => ({ ...step, failure: 0 }));
    const values = { ...scenarioValues(model, 'own'), steps };
    const result = model.compute(values);
    expect(questionText(model.predict, values, result)).toContain('最少 0%，最多 0%');
    expect(model.sentence(values, result)).toContain('没有一步会失败');
    expect(result.best).toBeNull();
    expect(result.shakiest).toBeNull();
  });

  test('time spent step by step adds up to the expected time, whatever the blueprint', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { rows, expectedTime, begunAbove, foundAbove } = model.compute({
          steps,
          change: 'failure',
        });
        const total = rows.reduce((sum, { time }) => sum + time, 0);
        expect(Math.abs(total - expectedTime)).toBeLessThan(1e-9 * Math.max(1, expectedTime));
        for (const share of [begunAbove, foundAbove]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        for (const { saved, gained } of rows) {
          expect(saved).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, expectedTime));
          expect(gained).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('moving, adding and dropping steps', () => {
  const target = (steps: readonly Step[], name: string) => {
    const at = steps.findIndex((step) => step.name === name);
    const to = backTo(steps[at] as Step, at);
    return to === null ? null : steps[to]?.name;
  };
  const clinic = stepsOf('clinic');

  test('a step keeps going back to the same step after others move', () => {
    const later = moved(clinic, 0, 3);
    expect(names(later)).toBe('分诊开单缴费核验抽血检验复诊取药');
    expect(target(later, '检验')).toBe('抽血');
    expect(target(later, '核验')).toBe('核验');
    expect(target(inserted(clinic, 0, clinic[0] as Step), '取药')).toBe('复诊');
    expect(target(removed(clinic, 0), '检验')).toBe('抽血');
  });

  test('where the step to redo is gone or comes later, it redoes itself', () => {
    expect(target(removed(clinic, 4), '检验')).toBe('检验');
    expect(target(moved(clinic, 5, 4), '检验')).toBe('检验');
    expect(target(moved(clinic, 4, 5), '检验')).toBe('检验');
  });

  test('a step not redone stays so; the numbers never depend on how the self is written', () => {
    const steps = clinic.map((step) => ({ ...step, back: 0 }));
    expect(moved(steps, 2, 5).every(({ back }) => back === 0)).toBe(true);
    fc.assert(
      fc.property(anySteps, fc.nat(11), fc.nat(11), (steps, a, b) => {
        const [from, to] = [a % steps.length, b % steps.length];
        const next = moved(steps, from, to);
        expect(next).toHaveLength(steps.length);
        next.forEach((step, i) => expect(step.back).toBeLessThanOrEqual(Math.max(i + 1, 0)));
      }),
      { numRuns: 100 },
    );
  });

  test('return arrows that overlap get rows of their own', () => {
    const lanes = returns(stepsOf('hotpot'));
    expect(lanes.map(({ from, to }) => [from, to])).toEqual([
      [6, 3],
      [7, 5],
    ]);
    expect(new Set(lanes.map(({ lane }) => lane)).size).toBe(2);
    expect(returns(stepsOf('clinic')).every(({ lane }) => lane === 0)).toBe(true);
  });
});

describe('a blueprint kept as a file', () => {
  const read = (text: string) => readBlueprint(text, list);
  const file = (steps: unknown, more: object = {}) =>
    JSON.stringify({ 文件: '服务蓝图', 版本: 1, 步骤: steps, ...more });
  const said = (text: string) => {
    const reading = read(text);
    return reading.ok ? reading.notes.join('') : reading.reason;
  };

  test('comes back as it was, every scenario and any blueprint', () => {
    for (const { id } of model.scenarios)
      expect(read(writeBlueprint(stepsOf(id)))).toEqual({
        ok: true,
        steps: stepsOf(id),
        notes: [],
      });
    fc.assert(
      fc.property(anySteps, (steps) => {
        const reading = read(writeBlueprint(steps));
        if (!reading.ok) throw new Error(reading.reason);
        expect(reading.notes).toEqual([]);
        const timed = (rows: readonly Step[]) =>
          blueprintTiming({
            steps: rows.map((step, i) => ({
              standardTime: step.minutes,
              failureProbability: step.failure / 100,
              reworkTime: step.extra,
              reworkTo: backTo(step, i),
            })),
          });
        expect(timed(reading.steps)).toEqual(timed(steps));
        expect(reading.steps.map(({ name, seen, band }) => [name, seen, band])).toEqual(
          steps.map(({ name, seen, band }) => [name, seen, band]),
        );
      }),
      { numRuns: 100 },
    );
  });

  test.each<[what: string, text: string, words: string]>([
    ['nothing', '  ', '空的'],
    ['a table', '步,带\n核验,前台', '不是完整的 JSON'],
    ['half a file', file([{}, {}]).slice(0, -5), '不是完整的 JSON'],
    ['a thousand brackets', '['.repeat(200_000), 'JSON'],
    ['somebody else’s JSON', '{"steps":[]}', '不是服务蓝图'],
    ['null', 'null', '不是服务蓝图'],
    ['a list', '[1,2]', '不是服务蓝图'],
    ['a newer one', file([], { 版本: 7 }), '刷新页面'],
    ['no steps', file({ a: 1 }), '没有“步骤”'],
    ['one step', file([{ 名字: '核验', 带: '前台' }]), '至少要 2 步'],
    ['steps that are not steps', file([1, null, 'x', []]), '只有 0 步'],
  ])('%s is refused in words', (_what, text, words) => {
    const reading = read(text);
    expect(reading.ok).toBe(false);
    expect(said(text)).toContain(words);
  });

  test('what is odd is mended and named, the rest is used', () => {
    const reading = read(
      file([
        { 名字: '核验身份证件', 带: '前台', 分钟: '２.５', '失败%': '5%', 退回: '本步' },
        7,
        { 名字: 42, 带: '天上', 分钟: 999, '失败%': -3, 退回: 9, 有形展示: { a: 1 } },
        { 名字: '取药', 带: '支持', 分钟: '很久', '失败%': 5, 退回: 3 },
        { 带: '后台', 退回: '不重做', __proto__: { 分钟: 9 } },
      ]),
    );
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.steps.map(({ name }) => name)).toEqual(['核验身份', '42', '取药', '新一步']);
    expect(reading.steps.map(({ band }) => band)).toEqual([1 + 1, 2, 4, 3]);
    expect(reading.steps.map(({ minutes }) => minutes)).toEqual([2.5, 60, 5, 5]);
    expect(reading.steps.map(({ back }) => back)).toEqual([1, 2, 2, 0]);
    const notes = reading.notes.join('\n');
    for (const words of [
      '第 1 步：“名字”最多 4 个字',
      '第 2 步不是一步',
      '只认顾客、前台、后台、支持系统',
      '“999”改成了 60',
      '“-3”改成了 0',
      '“9”，不是前面的一步',
      '“有形展示”不是文字',
      '“很久”，不是数',
    ])
      expect(notes).toContain(words);
  });

  test('more steps than there is room for: the first twelve are used, the rest counted', () => {
    const reading = read(file(Array.from({ length: 15 }, () => ({ 名字: '步', 带: '前台' }))));
    expect(reading.ok && reading.steps).toHaveLength(12);
    expect(reading.ok && reading.notes.join('')).toContain('后面的 3 步没有采用');
  });

  test('any JSON at all is read or refused, and what is read can be computed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.jsonValue()).map((steps) => file(steps)),
        ),
        (text) => {
          const reading = read(text);
          if (!reading.ok) expect(reading.reason).not.toBe('');
          else
            expect(
              model.compute({ steps: reading.steps, change: 'time' }).expectedTime,
            ).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
