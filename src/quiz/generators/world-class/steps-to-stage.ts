import { stageAssessment, type Stage } from '../../../calc/benchmarking/stage-assessment.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

const names = ['质量', '后台', '顾客', '新技术', '员工', '一线管理'];

/** 六行各提几级，才够到要去的那一段。 */
export const generator = defineGenerator({
  unit: 'plain',
  tolerance: 0,
  draw(random) {
    const target = oneOf(random, [3, 4]) as Stage;
    const rows = names.map((name) => ({ name, stage: oneOf(random, [1, 2, 3, 4]) as Stage }));
    const { stage, weakest, meanStage } = stageAssessment({ rows });
    const lacking = rows.filter((row) => row.stage < target);
    const key = lacking.reduce((sum, row) => sum + target - row.stage, 0);
    if (stage >= target - 1 || key < 3 || Number.isInteger(meanStage)) return null;
    const over = rows.reduce((sum, row) => sum + target - row.stage, 0);
    const slips = apart(
      key,
      [
        {
          value: target - stage,
          why: '只数了最弱的一行要提几级。别的行也还没有到。',
        },
        { value: lacking.length, why: '这是有几行没有到。有的行要提不止一级。' },
        {
          value: weakest.length * (target - stage),
          why: '只提了最弱的几行。中间的行没有到，总体一样卡在那里。',
        },
        { value: over, why: '拿高出来的行抵了低的行。先行的帮不了落后的，不能抵。' },
      ].filter(({ value }) => value > 0),
      0,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {},
      shown: {
        rows: rows.map((row) => `${row.name} ${row.stage}`).join('、'),
        target: String(target),
        stage: String(stage),
        weakest: weakest.join('、'),
        lacking: lacking.map((row) => `${row.name} ${target - row.stage}`).join('、'),
        key: String(key),
      },
      slips,
    };
  },
});
