import { expect, test } from 'vitest';
import { createRandom } from '../../../../../src/calc/core/random.ts';
import { IdleServers } from '../../../../../src/calc/queueing/simulation/engine/idle-servers.ts';

test('初始从 0 号派起，之后空得最久的先派', () => {
  const idle = new IdleServers(3);
  expect([idle.take(), idle.take(), idle.take(), idle.count]).toEqual([0, 1, 2, 0]);
  idle.put(2);
  idle.put(0);
  expect([idle.take(), idle.count]).toEqual([2, 1]);
  idle.put(1);
  expect([idle.take(), idle.take()]).toEqual([0, 1]);
});

test('任意派出与归还，次序总与先进先出的清单一致', () => {
  const idle = new IdleServers(5);
  const list = [0, 1, 2, 3, 4];
  const busy: number[] = [];
  const random = createRandom(3);
  for (let k = 0; k < 500; k++) {
    if (list.length > 0 && (busy.length === 0 || random.uniform() < 0.5)) {
      const server = idle.take();
      expect(server).toBe(list.shift());
      busy.push(server);
    } else {
      const [server] = busy.splice(random.integer(0, busy.length), 1);
      idle.put(server ?? -1);
      list.push(server ?? -1);
    }
    expect(idle.count).toBe(list.length);
  }
});
