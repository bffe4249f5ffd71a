/** 由答案写出实验的四个文件。文字一律按字符串写进去，引号、反斜杠都不会破坏代码。 */

export interface ParamAnswers {
  label: string;
  meaning: string;
  min: number;
  max: number;
  step: number;
  default: number;
}

export interface ScenarioAnswers {
  id: string;
  label: string;
  sentence: string;
  flow: number;
  stay: number;
}

export interface WidgetAnswers {
  id: string;
  title: string;
  english: string;
  question: string;
  chapter: string;
  section: string;
  unit: string;
  flow: ParamAnswers;
  stay: ParamAnswers;
  scenarios: readonly ScenarioAnswers[];
  predict: string;
  hit: string;
  tooMany: string;
  tooFew: string;
  near: string;
}

/** canteen-seats → CanteenSeats */
export function componentName(id: string): string {
  return id.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase());
}

const quote = (text: string) => JSON.stringify(text);
/** 放进模板字符串里的文字。 */
const inTemplate = (text: string) => text.replace(/[`\\]|\$\{/g, '\\$&');

function param(answers: ParamAnswers, symbol: string, unit: string): string {
  const { label, meaning, min, max, step } = answers;
  return `{
    kind: 'number', label: ${quote(label)}, symbol: '${symbol}', unit: ${quote(unit)},
    min: ${min}, max: ${max}, step: ${step}, default: ${answers.default}, meaning: ${quote(meaning)},
  }`;
}

export function widgetFiles(answers: WidgetAnswers): Record<string, string> {
  const { id } = answers;
  const name = componentName(id);
  return {
    [`src/widgets/${id}/model.ts`]: modelFile(answers),
    [`src/widgets/${id}/${name}.svelte`]: viewFile(answers),
    [`src/widgets/${id}/Mount.astro`]: `---
import type { WidgetProps } from '../../widget-kit/widget.svelte.ts';
import ${name} from './${name}.svelte';

type Props = WidgetProps;
---

<${name} client:load {...Astro.props} />
`,
    [`test/widgets/${id}.test.ts`]: testFile(answers),
  };
}

function modelFile(answers: WidgetAnswers): string {
  const { id, title, english, question, chapter, section, unit, flow, stay, scenarios } = answers;
  const most = (flow.max * stay.max) / 60;
  return `import { littlesLaw } from '../../calc/process/littles-law.ts';
import { upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

/** 按小时来、按分钟停留时，里面平均同时有多少。 */
function inside(perHour: number, minutes: number): number {
  return littlesLaw({ throughput: perHour, flowTime: minutes / 60 }).inventory;
}

/** 数据表取的五个停留时间，从最短到最长。 */
const stays = [0, 1, 2, 3, 4].map((i) => ${stay.min} + (i * ${Number((stay.max - stay.min).toFixed(2))}) / 4);

export const model = defineWidget({
  id: ${quote(id)},
  version: 1,
  title: ${quote(title)},
  english: ${quote(english)},
  question: ${quote(question)},
  chapter: ${quote(chapter)},
  section: ${quote(section)},
  params: {
    perHour: ${param(flow, 'λ', `${unit}/小时`)},
    minutes: ${param(stay, 'W', '分钟')},
  },
  scenarios: [
    ${scenarios
      .map(
        (each) => `{
      id: ${quote(each.id)}, label: ${quote(each.label)}, sentence: ${quote(each.sentence)},
      values: { perHour: ${each.flow}, minutes: ${each.stay} },
    },`,
      )
      .join('\n')}
  ],
  compute({ perHour, minutes }) {
    return {
      inventory: inside(perHour, minutes),
      rows: stays.map((stay) => ({ stay, inventory: inside(perHour, stay) })),
    };
  },
  predict: {
    kind: 'number',
    question: ${quote(answers.predict)},
    unit: ${quote(unit)},
    min: 0,
    max: ${Number(most.toPrecision(12))},
    digits: 1,
    answer: (_values, { inventory }) => inventory,
    hit: ${quote(answers.hit)},
    misreads: [
      { when: (guess, answer) => guess > answer * 2, text: ${quote(answers.tooMany)} },
      { when: (guess, answer) => guess < answer / 2, text: ${quote(answers.tooFew)} },
      { when: () => true, text: ${quote(answers.near)} },
    ],
  },
  sentence({ perHour, minutes }, { inventory }) {
    return \`${inTemplate(flow.label)} \${upTo(perHour)} ${inTemplate(unit)}、${inTemplate(stay.label)} \${upTo(minutes)} 分钟：里面平均同时有 \${upTo(inventory)} ${inTemplate(unit)}。\`;
  },
  table({ perHour }, { rows }) {
    return {
      caption: \`${inTemplate(flow.label)} \${upTo(perHour)} ${inTemplate(unit)}时，停留越久，里面越多\`,
      columns: [
        { label: ${quote(stay.label)}, unit: '分钟' },
        { label: '同时在里面', unit: ${quote(unit)} },
      ],
      rows: rows.map(({ stay, inventory }) => [stay, inventory]),
    };
  },
  monotone: [
    { param: 'perHour', quantity: ({ inventory }) => inventory, direction: 'up' },
    { param: 'minutes', quantity: ({ inventory }) => inventory, direction: 'up' },
  ],
});
`;
}

function viewFile({ unit, stay }: WidgetAnswers): string {
  return `<script lang="ts">
  import Plot from '../../widget-kit/Plot.svelte';
  import { Widget, type WidgetProps } from '../../widget-kit/widget.svelte.ts';
  import WidgetFrame from '../../widget-kit/WidgetFrame.svelte';
  import { model } from './model.ts';

  let props: WidgetProps = $props();
  const widget = new Widget(model, () => props);

  const { perHour, minutes } = model.params;
  // 纵轴取整并固定下来：流量变了，看得出线变陡，而不是刻度变了
  const most = (perHour.max * minutes.max) / 60;
  const scale = 10 ** Math.floor(Math.log10(most)) / 2;
  const top = Math.ceil(most / scale) * scale;
  const quarters = [0, 0.25, 0.5, 0.75, 1];
</script>

<WidgetFrame {widget}>
  {#snippet stage(result, values)}
    <Plot
      x={{
        label: ${quote(`${stay.label}（分钟）`)},
        min: 0,
        max: minutes.max,
        ticks: quarters.map((t) => t * minutes.max),
      }}
      y={{
        label: ${quote(`同时在里面（${unit}）`)},
        min: 0,
        max: top,
        ticks: quarters.map((t) => t * top),
      }}
      height={280}
      label={widget.sentence}
    >
      {#snippet marks({ px, py })}
        <line
          class="all"
          x1={px(0)}
          y1={py(0)}
          x2={px(minutes.max)}
          y2={py((values.perHour * minutes.max) / 60)}
        />
        <line
          class="drop"
          x1={px(values.minutes)}
          x2={px(values.minutes)}
          y1={py(0)}
          y2={py(result.inventory)}
        />
        <circle cx={px(values.minutes)} cy={py(result.inventory)} r="6" />
      {/snippet}
    </Plot>
  {/snippet}
</WidgetFrame>

<style>
  .all {
    stroke: var(--series-1);
    stroke-width: 2.5;
  }
  .drop {
    stroke: var(--series-1);
    stroke-dasharray: 2 3;
  }
  circle {
    fill: var(--series-1);
    stroke: var(--paper-raised);
    stroke-width: 2;
  }
</style>
`;
}

function testFile({ id, scenarios }: WidgetAnswers): string {
  const [first] = scenarios;
  if (!first) throw new Error('widget needs a scenario');
  const answer = Number(((first.flow * first.stay) / 60).toPrecision(12));
  return `import { expect, test } from 'vitest';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/${id}/model.ts';

const values = scenarioValues(model, ${quote(first.id)});
const result = model.compute(values);

test('the first scenario by hand: ${first.flow} × ${first.stay} / 60 = ${answer}', () => {
  expect(result.inventory).toBeCloseTo(${answer}, 6);
});

test('twice the flow puts twice as many inside', () => {
  const twice = model.compute({ ...values, perHour: 2 * values.perHour });
  expect(twice.inventory).toBeCloseTo(2 * result.inventory, 6);
});

test('each typical wrong guess gets its own explanation', () => {
  const { predict } = model;
  if (predict.kind !== 'number') throw new Error('the prediction is a number');
  const kind = (guess: number) =>
    predict.misreads.findIndex(({ when }) => when(guess, 10, values, result));
  expect([kind(600), kind(2), kind(13)]).toEqual([0, 1, 2]);
});
`;
}
