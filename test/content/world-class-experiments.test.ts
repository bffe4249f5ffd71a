/** 第 10 章：正文写定的数，与旁边的实验打开时的数是同一组。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectSimulation } from '../../src/calc/improvement/project-simulation.ts';
import { percent, upTo } from '../../src/lib/format.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { branches, indexOf } from '../../src/widgets/dea-frontier/branches.ts';
import { model as frontier } from '../../src/widgets/dea-frontier/model.ts';
import { model as race } from '../../src/widgets/improvement-race/model.ts';
import { first, model as pipeline } from '../../src/widgets/manager-pipeline/model.ts';
import { chance, model as gantt } from '../../src/widgets/plan-gantt/model.ts';
import { readTasks } from '../../src/widgets/plan-gantt/tasks.ts';
import { aspects, sheet } from '../../src/widgets/stage-radar/sheet.ts';
import { model as radar } from '../../src/widgets/stage-radar/model.ts';
import { model as stream } from '../../src/widgets/value-stream/model.ts';
import { inHand } from '../../src/widgets/value-stream/stream.ts';
import { given, numbers } from './written-numbers.ts';

const folder = join(import.meta.dirname, '../../content/chapters/10-world-class');
const section = (name: string) => readFileSync(join(folder, `${name}.mdx`), 'utf8');
const remedy = (name: string) => `正文与实验 ${name} 的数要一样：改了一处，另一处也改`;

describe('the text and the experiment beside it tell one story with one set of numbers', () => {
  test('10.1 and stage-radar: the six rows of the hospital and the words of the four stages', () => {
    const text = section('01-four-stages');
    const values = scenarioValues(radar, 'hospital');
    expect(numbers(text, 'hospital'), remedy('stage-radar')).toEqual(
      aspects.map((aspect) => Number(values[aspect])),
    );
    expect(text).toContain(
      `aspects = [${aspects.map((each) => `'${sheet[each].name}'`).join(', ')}]`,
    );
    for (const aspect of ['customers', 'backOffice', 'workforce'] as const)
      for (const anchor of sheet[aspect].anchors)
        expect(text, remedy('stage-radar')).toContain(`| ${anchor} |`);
    const slipped = scenarioValues(radar, 'slipped');
    expect(text, '“老人走了”那一问').toContain(
      `rate([${aspects.map((aspect) => slipped[aspect]).join(', ')}])`,
    );
  });

  test('10.2 and improvement-race: one per cent a month, ten a year, a tenth slips', () => {
    const text = section('02-cycle');
    const { gain, bigGain, backsliding, standardized } = scenarioValues(race, 'slipping');
    expect(text, remedy('improvement-race')).toContain(`往上走 ${percent(gain)}`);
    expect(text).toContain(`一次 ${percent(bigGain)}`);
    expect([backsliding, standardized], '正文说每月退掉一成，没有写成规矩').toEqual([0.1, 0]);
    expect(text).toContain('每月要退掉一成');
    const { small } = race.compute(scenarioValues(race, 'slipping'));
    expect(text, '正文照抄的那一跑').toContain('fixed(end(small(0.1)), 1)');
    const held = race.compute(scenarioValues(race, 'remedy')).small.end;
    expect(Math.floor(held - small.end), '“两年就差 13 分多”').toBe(13);
    expect(text).toContain('两年就差 13 分多');
    expect(given(text, 'slip'), '表与后两个场景').toBe(
      scenarioValues(race, 'year-end').backsliding,
    );
    expect(text).toContain(`small(0.1, ${scenarioValues(race, 'remedy').standardized})`);
  });

  test('10.3 and value-stream: the loan of two hundred thousand, minute by minute', () => {
    const text = section('03-lean');
    const { before, calendar } = stream.compute(scenarioValues(stream, 'loan'));
    expect(text, remedy('value-stream')).toContain(
      `{ days: ${calendar.before / 1440}, value: ${before.valueTime}, necessary: ${before.necessaryTime} }`,
    );
    expect(inHand(before)).toBe(122);
    const { sentence } = stream.scenarios.find(({ id }) => id === 'loan')!;
    for (const part of ['面馆的王老板向江城银行（虚构案例）借二十万', '十二天以后钱到账'])
      for (const told of [text, sentence as string]) expect(told).toContain(part);
  });

  test('10.4 and dea-frontier: seventeen branches, K8 first and K16, K14 after', () => {
    const text = section('04-benchmark');
    expect(branches).toHaveLength(17);
    expect(scenarioValues(frontier, 'own').branch).toBe('K8');
    const { ranks } = frontier.compute(scenarioValues(frontier, 'own'));
    expect(ranks[indexOf('K8')], '正文说第十四').toBe(14);
    for (const name of ['k16', 'k14'])
      expect(text).toContain(`of('${scenarioValues(frontier, name).branch}')`);
  });

  test('10.6 and manager-pipeline: a hundred shops, six years', () => {
    const text = section('06-people');
    const { leaving, mentoring, years, growth } = scenarioValues(pipeline, 'hot-pot');
    expect(text, remedy('manager-pipeline')).toContain(
      `{ leaving: ${leaving}, mentoring: ${mentoring}, years: ${years} }`,
    );
    expect([first, growth], '正文说一百家、多开三成').toEqual([100, 0.3]);
    expect(text).toContain(`share(${scenarioValues(pipeline, 'half').growth})`);
    expect(text).toContain('/calc/improvement/#managerPipeline');
  });

  test('10.8 and plan-gantt: eight tasks, one deadline, the chances printed are the chances drawn', () => {
    const text = section('08-programme');
    const rows = [
      ...text.split('.map(task)')[0]!.matchAll(/\['(\S+?)', (\d+), (\d+), (\d+), \[(.*?)\]\]/g),
    ];
    const told = rows.map(([, name, ...rest]) => ({
      name,
      three: rest.slice(0, 3).map(Number),
      after: rest[3]!.replaceAll("'", '').replaceAll(', ', '、'),
    }));
    const values = scenarioValues(gantt, 'fifteen');
    expect(told, remedy('plan-gantt')).toEqual(
      values.tasks.map(({ name, optimistic, mostLikely, pessimistic, after }) => ({
        name,
        three: [optimistic, mostLikely, pessimistic],
        after,
      })),
    );
    expect(text).toContain(`trial(${values.deadline})`);
    expect(text).toContain(`trial(${scenarioValues(gantt, 'eighteen').deadline})`);
    const { tasks } = readTasks(values.tasks);
    const drawn = (deadline: number) =>
      projectSimulation({ tasks, replications: 20000, seed: 1, deadline }).onTimeProbability!;
    const shown = gantt.compute(values);
    expect(chance(shown.chance), '十五周').toBe(percent(drawn(15), 1));
    expect(chance(shown.aloneChance), '只留一条路').toBe('15%');
    const one = gantt.compute(scenarioValues(gantt, 'one-path'));
    expect(chance(one.chance), '只剩一条路的分院').toBe('15%');
    const eighteen = gantt.compute(scenarioValues(gantt, 'eighteen'));
    expect(chance(eighteen.chance), '十八周').toBe(percent(drawn(18)));
    expect(upTo(shown.ninety, 0), '对外说 20 周').toBe('20');
  });
});
