import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/stage-radar/model.ts';
import {
  aspects,
  hospital,
  hospitalEast,
  hospitalTaught,
  rated,
  sheet,
  type Rated,
} from '../../src/widgets/stage-radar/sheet.ts';

const verdict = (id: string, guess: Guess, values: Rated = scenarioValues(model, id)) =>
  judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
const level = fc.integer({ min: 1, max: 4 });
const anySheet = fc
  .tuple(level, level, level, level, level, level)
  .map((stages) => rated(...stages));

describe('江城人民医院', () => {
  const result = model.at();

  test('reads 服务质量 3, 后台 3, 顾客 3, 新技术 4, 员工 1, 一线管理 2, in this order', () => {
    expect(aspects.map((aspect) => sheet[aspect].name)).toEqual([
      '服务质量',
      '后台',
      '顾客',
      '新技术',
      '员工',
      '一线管理',
    ]);
    expect(result.stages).toEqual([3, 3, 3, 4, 1, 2]);
  });

  test('averages 2.67 and stands in stage 1 by its workforce', () => {
    expect(result.meanStage).toBeCloseTo(16 / 6, 12);
    expect([result.stage, result.weakest]).toEqual([1, ['员工']]);
    expect(verdict('hospital', '1').hit).toBe(true);
    expect(verdict('hospital', '3').explanation).toContain('取了平均');
    expect(verdict('hospital', '4').explanation).toContain('最亮的一行');
    expect(verdict('hospital', '2').explanation).toContain('打了折');
    expect(verdict('canteen', '4').explanation).toContain('没有一行到了第 4 级');
    expect(verdict('canteen', '4').explanation).not.toContain('打了折');
  });
});

test('three steps for the workforce lift the whole by one, and the weakest is 一线管理', () => {
  const before = model.at(hospital);
  const after = model.at(hospitalTaught);
  expect([before.stage, after.stage, after.weakest]).toEqual([1, 2, ['一线管理']]);
  expect(after.lifts.map(({ steps }) => steps)).toEqual([0, 1, 5]);
  expect(verdict('taught', '2').hit).toBe(true);
  expect(verdict('taught', '4').explanation).toContain('还差 5 级');
});

test('one row from 3 to 1 takes the whole from 3 to 1 while the average loses a third', () => {
  const whole = model.at({ ...hospitalEast, workforce: '3' });
  const after = model.at(hospitalEast);
  expect([whole.stage, after.stage]).toEqual([3, 1]);
  expect(whole.meanStage - after.meanStage).toBeCloseTo(1 / 3, 12);
  expect(after.meanStage, '与江城人民医院平均一样').toBeCloseTo(model.at().meanStage, 12);
  expect(verdict('slipped', '1').hit).toBe(true);
});

describe('whatever is rated', () => {
  test('the whole is the weakest row, and never above the average', () => {
    fc.assert(
      fc.property(anySheet, (values) => {
        const result = model.compute(values);
        expect(result.stage).toBe(Math.min(...result.stages));
        expect(result.stage).toBeLessThanOrEqual(result.meanStage);
        expect(result.idle).toBe(
          result.stages.reduce((sum, each) => sum + each, 0) - 6 * result.stage,
        );
      }),
    );
  });

  test('the step the sentence proposes brings the stage it promises', () => {
    fc.assert(
      fc.property(anySheet, (values) => {
        const result = model.compute(values);
        if (result.stage === 4) return;
        const lifted = Object.fromEntries(
          aspects.map((aspect, k) => [
            aspect,
            String(result.stages[k]! + (result.stages[k] === result.stage ? 1 : 0)),
          ]),
        ) as Rated;
        expect(model.sentence(values, result)).toContain(
          `总体到第 ${model.compute(lifted).stage} 级`,
        );
      }),
    );
  });

  test('each answer to the first question hears what is true of this sheet', () => {
    fc.assert(
      fc.property(anySheet, level, (values, picked) => {
        const result = model.compute(values);
        const { hit, explanation } = verdict('canteen', String(picked), values);
        expect(hit).toBe(picked === result.stage);
        if (explanation.includes('太严')) expect(picked).toBeLessThan(result.stage);
        if (explanation.includes('打了折')) {
          expect(picked).toBeGreaterThan(result.stage);
          expect(picked).not.toBe(Math.max(...result.stages));
        }
        if (explanation.includes('最亮')) expect(result.stages).toContain(picked);
      }),
    );
  });

  test('four fours have no weakest row to name', () => {
    const values = rated(4, 4, 4, 4, 4, 4);
    expect(model.sentence(values, model.compute(values))).not.toContain('最弱');
    expect(verdict('canteen', '4', values).explanation).toContain('没有哪一行拖着');
  });
});

test('no two cells of a row say the same', () => {
  for (const aspect of aspects) expect(new Set(sheet[aspect].anchors).size).toBe(4);
});
