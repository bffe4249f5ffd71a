import { expect, test } from 'vitest';
import { OffThread } from '../../src/lib/off-thread.ts';

/** 假的线程：记下交代的事，由测试决定什么时候答。 */
class Clerk extends EventTarget {
  tasks: { id: number; input: string }[] = [];
  stopped = false;
  postMessage(task: { id: number; input: string }): void {
    this.tasks.push(task);
  }
  terminate(): void {
    this.stopped = true;
  }
  report(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function office() {
  const clerks: Clerk[] = [];
  const thread = new OffThread<string, number>(() => {
    const clerk = new Clerk();
    clerks.push(clerk);
    return clerk as unknown as Worker;
  });
  return { clerks, thread };
}

test('a task is answered, its progress on the way, and the thread is used again', async () => {
  const { clerks, thread } = office();
  const seen: number[] = [];
  const first = thread.run('一', (share) => seen.push(share));
  clerks[0]?.report({ id: 1, share: 0.5 });
  clerks[0]?.report({ id: 1, value: 7 });
  expect(await first).toEqual({ kind: 'done', value: 7 });
  expect(seen).toEqual([0.5]);
  const second = thread.run('二');
  clerks[0]?.report({ id: 2, value: 8 });
  expect(await second).toEqual({ kind: 'done', value: 8 });
  expect(clerks).toHaveLength(1);
});

test('a newer task ends the older one on the spot', async () => {
  const { clerks, thread } = office();
  const old = thread.run('旧');
  const fresh = thread.run('新');
  expect(await old).toEqual({ kind: 'dropped' });
  expect(clerks.map(({ stopped }) => stopped)).toEqual([true, false]);
  // 旧线程临走还答了一句，不算数
  clerks[0]?.report({ id: 1, value: 1 });
  clerks[1]?.report({ id: 2, value: 2 });
  expect(await fresh).toEqual({ kind: 'done', value: 2 });
});

test('an error in the work, a worker that does not load, a browser that has none: all in words', async () => {
  const { clerks, thread } = office();
  const broken = thread.run('坏');
  clerks[0]?.report({ id: 1, error: 'boom' });
  expect(await broken).toMatchObject({ kind: 'failed', message: expect.stringContaining('boom') });
  const missing = thread.run('缺');
  clerks[0]?.dispatchEvent(new Event('error'));
  expect(await missing).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('没有取到'),
  });
  // 再读一次，重新开一条
  const again = thread.run('再来');
  clerks[1]?.report({ id: 3, value: 3 });
  expect(await again).toEqual({ kind: 'done', value: 3 });
  const none = new OffThread<string, number>(() => {
    throw new DOMException('no workers here', 'SecurityError');
  });
  expect(await none.run('x')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('换一个浏览器'),
  });
});
