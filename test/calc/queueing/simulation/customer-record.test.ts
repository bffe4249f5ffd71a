import { expect, test } from 'vitest';
import { outcomes, Recorder } from '../../../../src/calc/queueing/simulation/customer-record.ts';
import { completePolicy } from '../../../../src/calc/queueing/simulation/policy.ts';

const code = (outcome: (typeof outcomes)[number]) => outcomes.indexOf(outcome);

test('一名被服务、一名放弃、一名被拒，各列各得其所', () => {
  const recorder = new Recorder(completePolicy({ servers: 2, lines: 'shortest' }));
  recorder.arrive(0, 0, 1, 4);
  recorder.choose(0, 1);
  recorder.start(0, 1, 1);
  recorder.state(1, 1, 0);
  recorder.arrive(1, 0, 2, 3);
  recorder.choose(1, 0);
  recorder.state(2, 2, 1);
  recorder.arrive(2, 0, 2.5, 1);
  recorder.leave(2, code('blocked'), 2.5, Number.NaN);
  recorder.leave(1, code('abandoned'), 3, 1);
  recorder.state(3, 1, 0);
  recorder.segment(0, 1, 1, 5);
  recorder.leave(0, code('served'), 5, 0);
  recorder.state(5, 0, 0);
  const record = recorder.finish();
  expect(record).toMatchObject({ servers: 2, lines: 2, prioritized: false, customers: 3 });
  expect([...record.arrival]).toEqual([1, 2, 2.5]);
  expect([...record.line]).toEqual([1, 0, -1]);
  expect([...record.server]).toEqual([1, -1, -1]);
  expect([...record.serviceStart]).toEqual([1, Number.NaN, Number.NaN]);
  expect([...record.departure]).toEqual([5, 3, 2.5]);
  expect([...record.wait]).toEqual([0, 1, Number.NaN]);
  expect(record.outcome).toEqual(['served', 'abandoned', 'blocked']);
  expect([...record.segments.end]).toEqual([5]);
  expect([...record.timeline.time]).toEqual([0, 1, 2, 3, 5]);
  expect([...record.timeline.inSystem]).toEqual([0, 1, 2, 1, 0]);
});

test('同一时刻的多次变化只留最后一次', () => {
  const recorder = new Recorder(completePolicy({ servers: 1 }));
  recorder.state(4, 1, 0);
  recorder.state(4, 2, 1);
  const { timeline, lines } = recorder.finish();
  expect(lines).toBe(1);
  expect([...timeline.time]).toEqual([0, 4]);
  expect([...timeline.inSystem]).toEqual([0, 2]);
  expect([...timeline.waiting]).toEqual([0, 1]);
});

test('换队按发生的先后记下', () => {
  const recorder = new Recorder(completePolicy({ servers: 3, lines: 'shortest', jockeying: true }));
  recorder.move(7, 5, 0, 2);
  recorder.move(8, 6, 2, 1);
  const { moves } = recorder.finish();
  expect([...moves.customer]).toEqual([5, 6]);
  expect([...moves.from]).toEqual([0, 2]);
  expect([...moves.to]).toEqual([2, 1]);
});
