import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inSteps, whenIdle } from '../../src/lib/when-idle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** 认得空闲的浏览器；返回的函数让它空下来一次。 */
function browserWithIdle(): () => void {
  const queue = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal('requestIdleCallback', (work: () => void) => (queue.set(++last, work), last));
  vi.stubGlobal('cancelIdleCallback', (id: number) => void queue.delete(id));
  return () => {
    const due = [...queue.values()];
    queue.clear();
    for (const work of due) work();
  };
}

test('waits for the browser to be idle, or where it cannot say, for a frame to pass', () => {
  const done: string[] = [];
  whenIdle(() => done.push('after a frame'));
  expect(done).toEqual([]);
  vi.runAllTimers();
  const idle = browserWithIdle();
  whenIdle(() => done.push('idle'));
  vi.runAllTimers();
  expect(done).toEqual(['after a frame']);
  idle();
  expect(done).toEqual(['after a frame', 'idle']);
});

test('what is no longer wanted is not done', () => {
  const done: string[] = [];
  whenIdle(() => done.push('timer'))();
  vi.runAllTimers();
  const idle = browserWithIdle();
  whenIdle(() => done.push('idle'))();
  idle();
  expect(done).toEqual([]);
});

function* counting(log: number[]) {
  for (let i = 1; i <= 3; i++) {
    log.push(i);
    yield;
  }
  return 'sum';
}

test('steps are done one at a time, each when idle, and then the result is handed over', () => {
  const idle = browserWithIdle();
  const log: number[] = [];
  const done = vi.fn();
  inSteps(counting(log), done);
  expect(log).toEqual([]);
  idle();
  expect(log).toEqual([1]);
  idle();
  idle();
  expect(log).toEqual([1, 2, 3]);
  expect(done).not.toHaveBeenCalled();
  idle();
  expect(done.mock.calls).toEqual([['sum']]);
});

test('the steps that are left are dropped', () => {
  const idle = browserWithIdle();
  const log: number[] = [];
  const done = vi.fn();
  const stop = inSteps(counting(log), done);
  idle();
  stop();
  idle();
  expect(log).toEqual([1]);
  expect(done).not.toHaveBeenCalled();
});
