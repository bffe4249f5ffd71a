import { criticalPath } from '../../../calc/improvement/critical-path.ts';
import { defineGenerator, pick } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 五件事有先后，一共几周。 */
export const generator = defineGenerator({
  unit: 'weeks',
  tolerance: 0,
  options: { ask: ['total', 'slack'] },
  draw(random, { ask }) {
    const [draw, system, train, trial, spread] = [
      pick(random, 2, 4),
      pick(random, 5, 10),
      pick(random, 2, 6),
      pick(random, 3, 6),
      pick(random, 2, 5),
    ];
    const write = pick(random, 1, 4);
    const { duration, tasks } = criticalPath([
      { id: '画流程', duration: draw },
      { id: '改系统', duration: system },
      { id: '训员工', duration: train, after: ['画流程'] },
      { id: '写标准', duration: write, after: ['画流程'] },
      { id: '试点', duration: trial, after: ['改系统', '训员工', '写标准'] },
      { id: '推广', duration: spread, after: ['试点'] },
    ]);
    const slackOf = (id: string) => tasks.find((task) => task.id === id)?.slack ?? 0;
    const [bySystem, byStaff] = [system, draw + train];
    // 题解只说改系统、训员工两路，写标准要是更长，说的就不对了
    if (bySystem === byStaff || write >= train) return null;
    const waiting = bySystem > byStaff ? '训员工' : '改系统';
    const key = ask === 'total' ? duration : slackOf(waiting);
    if (key < 1) return null;
    const all = draw + system + train + write + trial + spread;
    const start = Math.max(bySystem, byStaff);
    const slips = apart(
      key,
      ask === 'total'
        ? [
            { value: all, why: '六件事首尾相接了。没有先后关系的可以同时做。' },
            {
              value: Math.min(bySystem, byStaff) + trial + spread,
              why: '走了短的一路。试点要等几路都完，看最长的一路。',
            },
            {
              value: Math.max(system, train, write) + trial + spread,
              why: '训员工、写标准要等流程画完才能开始，前面的一段漏了。',
            },
            { value: start, why: '这是试点之前的，后面还有试点和推广。' },
            { value: start + trial, why: '做到试点就停了，最后的推广没有算。' },
          ]
        : [
            { value: duration - key, why: '这是总工期减去余地，题目问的是余地本身。' },
            { value: slackOf('写标准'), why: '这是写标准的余地，别的事有自己的余地。' },
            {
              value: waiting === '训员工' ? train : system,
              why: '这是这件事自己要几周，不是能拖几周。',
            },
            {
              value: Math.abs(system - train),
              why: '漏了画流程的几周。训员工要等它完，比的是两路各自走到试点要多久。',
            },
            { value: duration, why: '这是整个计划的长短，不是这一件的余地。' },
          ].filter(({ value }) => value > 0),
      0,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {
        total: duration,
        // 每件的三个数一样：题里没有说不准
        plan: [
          ['改系统', system, ''],
          ['画流程', draw, ''],
          ['训员工', train, '画流程'],
          ['写标准', write, '画流程'],
          ['试点', trial, '改系统、训员工、写标准'],
          ['推广', spread, '试点'],
        ]
          .map(([name, weeks, after]) => [name, weeks, weeks, weeks, after].join('_'))
          .join('~'),
      },
      shown: {
        draw: String(draw),
        system: String(system),
        train: String(train),
        write: String(write),
        trial: String(trial),
        spread: String(spread),
        staff: String(byStaff),
        start: String(start),
        total: String(duration),
        waiting,
        key: String(key),
      },
      slips,
    };
  },
});
