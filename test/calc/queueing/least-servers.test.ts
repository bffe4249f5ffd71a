import { describe, expect, it } from 'vitest';
import { leastServers } from '../../../src/calc/queueing/least-servers.ts';

describe('leastServers', () => {
  const ask = { low: 3, name: 'arrivalRate', value: 7 };
  it('单调条件第一次成立的台数，起点成立就是起点', () => {
    expect(leastServers({ ...ask, enough: (servers) => servers >= 1000 })).toBe(1000);
    expect(leastServers({ ...ask, enough: () => true })).toBe(3);
  });
  it('一直不成立为 Infinity', () => {
    expect(leastServers({ ...ask, enough: () => false })).toBe(Infinity);
  });
  it('负荷太大时用调用者的参数名报错', () => {
    for (const low of [2 ** 51, Infinity, NaN])
      expect(() => leastServers({ ...ask, low, enough: () => true })).toThrow(
        /^arrivalRate must be such that .*got 7/,
      );
  });
});
