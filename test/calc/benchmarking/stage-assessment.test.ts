import { expect, test } from 'vitest';
import { stageAssessment } from '../../../src/calc/benchmarking/stage-assessment.ts';
import type { Stage } from '../../../src/calc/benchmarking/stage-assessment.ts';

const rows = (stages: readonly Stage[]) =>
  stages.map((stage, k) => ({
    name: ['服务质量', '后台', '顾客', '新技术', '员工', '一线管理'][k] as string,
    stage,
  }));

test('技术第四、员工第一：总体被最短板拖在第一阶段', () => {
  expect(stageAssessment({ rows: rows([3, 2, 3, 4, 1, 2]) })).toEqual({
    stage: 1,
    weakest: ['员工'],
    nextStage: 2,
    meanStage: 15 / 6,
    ahead: [2, 1, 2, 3, 0, 1],
  });
});

test('补上最短板只前进一级；已是世界级时不再前进', () => {
  expect(stageAssessment({ rows: rows([4, 4, 1, 4, 4, 4]) }).nextStage).toBe(2);
  expect(stageAssessment({ rows: rows([4, 4, 4, 4, 4, 4]) })).toMatchObject({
    stage: 4,
    nextStage: 4,
    weakest: { length: 6 },
  });
});

test('抬高最短板以外的任何一行都不改变总体', () => {
  expect(stageAssessment({ rows: rows([2, 1, 1, 1, 1, 1]) }).stage).toBe(
    stageAssessment({ rows: rows([4, 1, 1, 1, 1, 1]) }).stage,
  );
});

test('坏输入报出参数名', () => {
  expect(() => stageAssessment({ rows: [] })).toThrow(/rows/);
  expect(() => stageAssessment({ rows: [{ name: '员工', stage: 5 as Stage }] })).toThrow(
    /rows\[0\]\.stage/,
  );
});
