import { expect, test } from 'vitest';
import { scaleEfficiency } from '../../../src/calc/benchmarking/scale-efficiency.ts';

test('八分店例（Cooper, Seiford & Tone 表 1.1）：规模效率 = CCR ÷ BCC，A 偏小、H 偏大', () => {
  const result = scaleEfficiency({
    inputs: [[2], [3], [3], [4], [5], [5], [6], [8]],
    outputs: [[1], [3], [2], [3], [4], [2], [3], [5]],
  });
  // A：CCR 0.5、BCC 1；D：CCR 0.75、BCC 0.75
  expect(result.scale[0]).toBeCloseTo(0.5, 9);
  expect(result.scale[3]).toBeCloseTo(1, 9);
  expect(result.returnsToScale[0]).toBe('increasing');
  expect(result.returnsToScale[1]).toBe('constant');
  expect(result.returnsToScale[7]).toBe('decreasing');
});

test('规模效率在 0 与 1 之间；全体成比例时处处恰当', () => {
  expect(
    scaleEfficiency({ inputs: [[1], [2], [9]], outputs: [[3], [6], [27]] }).returnsToScale,
  ).toEqual(['constant', 'constant', 'constant']);
});

test('产出全为 0 的单位：总体 0、纯技术为正，规模效率 0', () => {
  expect(scaleEfficiency({ inputs: [[1], [2]], outputs: [[1], [0]] }).scale[1]).toBe(0);
});

test('坏输入报出参数名', () => {
  expect(() => scaleEfficiency({ inputs: [[1]], outputs: [] })).toThrow(/outputs/);
});
