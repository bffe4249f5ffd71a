import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NextEventTree } from '../../../../../src/calc/queueing/simulation/engine/next-event-tree.ts';

describe('next event tree', () => {
  it('always names the earliest server, the lowest number on ties, under any rewriting', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.nat(1000), fc.oneof(fc.nat(6), fc.constant(Infinity))), {
          minLength: 1,
          maxLength: 80,
        }),
        (servers, changes) => {
          const tree = new NextEventTree(servers);
          const plain = Array.from({ length: servers }, () => Infinity);
          for (const [pick, time] of changes) {
            const server = pick % servers;
            plain[server] = time;
            tree.set(server, time);
            const earliest = Math.min(...plain);
            expect(tree.time).toBe(earliest);
            expect(tree.server).toBe(plain.indexOf(earliest));
            expect(tree.timeOf(server)).toBe(time);
          }
        },
      ),
      { seed: 7 },
    );
  });
});
