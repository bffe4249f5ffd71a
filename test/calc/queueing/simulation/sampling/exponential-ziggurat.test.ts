import { expect, it } from 'vitest';
import {
  layerEdges,
  layerHeights,
  tailStart,
} from '../../../../../src/calc/queueing/simulation/sampling/exponential-ziggurat.ts';

it('every layer has the same area and the top layer closes at height 1', () => {
  const area = tailStart * Math.exp(-tailStart) + Math.exp(-tailStart); // 底层矩形加尾部
  for (let i = 1; i < 256; i++)
    expect((layerEdges[i]! * (layerHeights[i + 1]! - layerHeights[i]!)) / area).toBeCloseTo(1, 9);
  expect((layerEdges[0]! * layerHeights[1]!) / area).toBeCloseTo(1, 9);
  expect(layerHeights[256]).toBe(1);
});

it('edges fall strictly from the tail to zero', () => {
  for (let i = 0; i < 256; i++) expect(layerEdges[i]!).toBeGreaterThan(layerEdges[i + 1]!);
});
