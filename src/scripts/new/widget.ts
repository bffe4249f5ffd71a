/** 一个实验：能运行的骨架（利特尔法则，两个参数），计算和话由作者换成自己的；空着的话检验会一处处指出来。 */
import { countedUnits } from '../../lib/counted-units.ts';
import { pretty } from './pretty.ts';
import { defineKind, sectionOf, whichChapter, whichSection } from './project.ts';

/** 作者的话一律按字符串写进代码，引号、反斜杠都不会弄坏它。 */
const modelFile = (words: object, answer: { label: string; unit: string }) => `
import { littlesLaw } from '../../calc/process/littles-law.ts';
import { upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

export interface Setting { perHour: number; minutes: number }

export const answer = ${JSON.stringify(answer)};

export const model = defineWidget({
  ${JSON.stringify({ ...words, version: 2 }).slice(1, -1)},
  params: {
    perHour: { kind: 'number', label: '', symbol: 'λ', min: 10, max: 120, step: 10, default: 60, meaning: '' },
    minutes: { kind: 'number', label: '', symbol: 'W', min: 5, max: 60, step: 5, default: 20, meaning: '' },
  },
  scenarios: [
    { id: 'usual', label: '', sentence: '', values: { perHour: 60, minutes: 20 } },
    { id: 'busy', label: '', sentence: '', values: { perHour: 90, minutes: 20 } },
  ],
  compute: ({ perHour, minutes }: Setting) => ({
    inventory: littlesLaw({ throughput: perHour, flowTime: minutes / 60 }).inventory,
  }),
  predict: {
    kind: 'number', question: '', unit: answer.unit, min: 0, max: 120, digits: 0,${countedUnits.test(answer.unit) ? ' whole: true,' : ''}
    answer: (_values, { inventory }) => inventory,
    hit: '',
    misreads: [
      { when: (guess, inventory) => guess > inventory, text: '' },
      { when: () => true, text: '' },
    ],
  },
  sentence: (_values, { inventory }) => \`\${answer.label} \${upTo(inventory)} \${answer.unit}。\`,
  brief: (_values, { inventory }) => \`\${answer.label} \${upTo(inventory)} \${answer.unit}\`,
  table: ({ perHour, minutes }, { inventory }) => ({
    caption: answer.label,
    columns: [{ label: '' }, { label: '' }, answer],
    rows: [[perHour, minutes, inventory]],
  }),
  monotone: [
    { param: 'perHour', quantity: ({ inventory }) => inventory, direction: 'up' },
    { param: 'minutes', quantity: ({ inventory }) => inventory, direction: 'up' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
`;

const viewFile = `<script lang="ts">
  import { upTo } from '../../lib/format.ts';
  import Facts from '../../widget-kit/Facts.svelte';
  import Plot from '../../widget-kit/Plot.svelte';
  import { Widget, type WidgetProps } from '../../widget-kit/widget.svelte.ts';
  import WidgetFrame from '../../widget-kit/WidgetFrame.svelte';
  import { answer, model, type Result, type Setting } from './model.ts';

  let props: WidgetProps = $props();
  const widget = new Widget(model, () => props);
  const { perHour, minutes } = model.params;
  /** 坐标轴固定在参数走得到的范围，拖动时刻度不跳 */
  const most = (perHour.max * minutes.max) / 60;
  const axis = (label: string, max: number) => ({
    label, min: 0, max, ticks: [0, 0.25, 0.5, 0.75, 1].map((t) => t * max),
  });
</script>

{#snippet curve(result: Result, values: Setting)}
  <Plot
    x={axis(minutes.label, minutes.max)}
    y={axis(\`\${answer.label}（\${answer.unit}）\`, most)}
    height={280}
    label={widget.sentence}
  >
    {#snippet marks({ px, py })}
      <line x1={px(0)} y1={py(0)} x2={px(minutes.max)} y2={py((values.perHour * minutes.max) / 60)} />
      <circle cx={px(values.minutes)} cy={py(result.inventory)} r="6" />
    {/snippet}
  </Plot>
{/snippet}

{#snippet account(result: Result)}
  <Facts facts={[{ ...answer, value: \`\${upTo(result.inventory)} \${answer.unit}\`, main: true }]} />
{/snippet}

<WidgetFrame {widget} parts={[
  { id: 'curve', label: '曲线', view: curve },
  { id: 'account', label: '账目', view: account, below: true },
]} />

<style>
  line { stroke: var(--series-1); stroke-width: 2.5; }
  circle { fill: var(--series-1); }
</style>
`;

const mountFile = (name: string) => `---
import type { WidgetProps } from '../../widget-kit/widget.svelte.ts';
import ${name} from './${name}.svelte';

type Props = WidgetProps;
---

<${name} client:load {...Astro.props} />
`;

const pictureFile = `---
import { ground } from '../../widget-kit/picture/shapes.ts';
---

<path class="line rule" d={ground(132)} />
`;

const testFile = (id: string) => `import { expect, test } from 'vitest';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/${id}/model.ts';

test('by hand: 60 an hour, each staying 20 minutes, are 20 inside', () => {
  expect(model.at({ perHour: 60, minutes: 20 }).inventory).toBeCloseTo(20, 9);
});

test('each typical wrong guess gets its own explanation', () => {
  const { predict } = model;
  if (predict.kind !== 'number') throw new Error('${id} asks for a number');
  const values = scenarioValues(model, undefined);
  const result = model.compute(values);
  const first = (guess: number) => predict.misreads.findIndex(({ when }) => when(guess, 20, values, result));
  expect([first(60), first(5)]).toEqual([0, 1]);
});
`;

export const widget = defineKind({
  label: '一个实验',
  fields: (project) => ({
    id: {
      ask: '实验的英文编号，也是文件夹名和网址',
      example: 'canteen-seats',
      form: 'id',
      taken: () => project.widgets,
    },
    title: { ask: '实验的名字', example: '食堂要摆几张桌' },
    english: { ask: '英文名', example: 'How many seats a canteen needs', form: 'english' },
    question: { ask: '写在标题下面的那个问题，一句话' },
    chapter: whichChapter(project),
    section: whichSection(project),
    answer: { ask: '让读者猜的是什么量？', example: '同时在吃的人' },
    unit: { ask: '它的单位', example: '人' },
  }),
  async make(project, { answer, unit, ...words }) {
    const { id } = words;
    const name = id.replace(/(^|-)(.)/g, (_, _dash, letter: string) => letter.toUpperCase());
    const folder = `src/widgets/${id}`;
    const test = `test/widgets/${id}.test.ts`;
    const files = {
      [`${folder}/model.ts`]: modelFile(words, { label: answer, unit }),
      [`${folder}/${name}.svelte`]: viewFile,
      [`${folder}/Mount.astro`]: mountFile(name),
      [`${folder}/Picture.astro`]: pictureFile,
      [test]: testFile(id),
    };
    for (const file of Object.keys(files)) files[file] = await pretty(file, files[file] ?? '');
    return {
      files,
      left: [
        `${folder}/model.ts：参数和计算（现在是利特尔法则）换成自己的，空着的话（''）写满，没写满时 test/widgets/all-models.test.ts 会说是哪一处。${test} 跟着改。`,
        `${folder}/Picture.astro：实验目录里的图画，现在只有一条地面线；画出揭晓之前的场面，照别的实验的样子，没画时 test/browser/pictures.test.ts 会说。`,
        `放进正文 ${sectionOf(project, words)?.file}：front matter 的 widgets 加上 ${id}，开头写 import ${name} from '~/widgets/${id}/${name}.svelte';，要放的地方写 <${name} client:reached />。`,
      ],
    };
  },
});
