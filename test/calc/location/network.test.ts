import { expect, test } from 'vitest';
import {
  generateNetwork,
  parseMedianInstance,
  shortestDistances,
} from '../../../src/calc/location/network.ts';

test('重边取最后一次的长度，反向书写也算同一条边', () => {
  const instance = parseMedianInstance(' 3 3 1\n 1 2 5\n 2 3 4\n 2 1 9\n');
  expect(instance.sites).toBe(1);
  expect(shortestDistances(instance)[0]?.[2]).toBe(13);
});

test('最短路手算：绕行更短时走绕行，不连通为 Infinity', () => {
  const rows = shortestDistances({
    nodes: 5,
    edges: [
      { from: 0, to: 1, length: 10 },
      { from: 0, to: 2, length: 3 },
      { from: 2, to: 1, length: 4 },
      { from: 1, to: 3, length: 0 },
    ],
  });
  expect(rows[0]?.[1]).toBe(7);
  expect(rows[0]?.[3]).toBe(7);
  expect(rows[0]?.[4]).toBe(Infinity);
  expect(rows[4]?.[4]).toBe(0);
});

test('与 Floyd–Warshall 逐项相同', () => {
  const network = generateNetwork({ nodes: 60, edges: 140, seed: 5 });
  const floyd = Array.from({ length: 60 }, (_, i) =>
    Array.from({ length: 60 }, (_, j) => (i === j ? 0 : Infinity)),
  );
  for (const { from, to, length } of network.edges) {
    (floyd[from] as number[])[to] = Math.min((floyd[from] as number[])[to] as number, length);
    (floyd[to] as number[])[from] = (floyd[from] as number[])[to] as number;
  }
  for (let k = 0; k < 60; k++)
    for (let i = 0; i < 60; i++)
      for (let j = 0; j < 60; j++) {
        const through =
          ((floyd[i] as number[])[k] as number) + ((floyd[k] as number[])[j] as number);
        if (through < ((floyd[i] as number[])[j] as number)) (floyd[i] as number[])[j] = through;
      }
  shortestDistances(network).forEach((row, i) => expect([...row]).toEqual(floyd[i]));
});

test('生成的网络：边数准确、无自环重边、同种子相同、连通', () => {
  for (const edges of [29, 60, 435]) {
    const network = generateNetwork({ nodes: 30, edges, seed: 3 });
    expect(network.edges).toHaveLength(edges);
    expect(new Set(network.edges.map((e) => `${e.from}-${e.to}`)).size).toBe(edges);
    expect(network).toEqual(generateNetwork({ nodes: 30, edges, seed: 3 }));
    expect(shortestDistances(network).every((row) => row.every(Number.isFinite))).toBe(true);
  }
});

test('坏输入报出参数名', () => {
  expect(() => parseMedianInstance('2 2 1\n1 2 5')).toThrow(/text/);
  expect(() => parseMedianInstance('2 1 1\n1 3 5')).toThrow(/edge 1/);
  expect(() => parseMedianInstance('')).toThrow(RangeError);
  expect(() => shortestDistances({ nodes: 2, edges: [{ from: 0, to: 1, length: -1 }] })).toThrow(
    /edges\[0\]\.length/,
  );
  expect(() => generateNetwork({ nodes: 3, edges: 4, seed: 1 })).toThrow(/edges/);
});
