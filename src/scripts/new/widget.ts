/** 做一个实验：写出来的是一个真能用的小实验（利特尔法则，两个参数），作者再改成自己的。 */
import { choose, Refusal, type Dialogue } from './dialogue.ts';
import type { Plan } from './plan.ts';
import type { ChapterDraft, Project } from './project.ts';
import { chinese, english, id, number, onGrid, unlike, words } from './readers.ts';
import {
  componentName,
  widgetFiles,
  type ParamAnswers,
  type ScenarioAnswers,
} from './widget-files.ts';

export async function newWidget(dialogue: Dialogue, project: Project, plan: Plan): Promise<string> {
  if (project.chapters.length === 0) throw new Refusal('还没有章，实验没有地方放；先写章和小节。');
  dialogue.say(
    '\n先写出一个能用的小实验：人数 = 每小时来的人 × 停留的时间（利特尔法则）。\n名字、范围、场景和解释都由你来定；写好以后再把 model.ts 里的计算换成你自己的。',
  );
  const key = await dialogue.ask({
    name: 'id',
    ask: '实验的英文编号，也是文件夹名和网址',
    example: 'canteen-seats',
    read: id(project.widgets.map((each) => each.id)),
  });
  const title = await dialogue.ask({
    name: 'title',
    ask: '实验的名字',
    example: '食堂要摆几张桌',
    read: chinese(undefined, 2, unlike(project.widgets.map((each) => each.title))),
  });
  const englishTitle = await dialogue.ask({
    name: 'english',
    ask: '英文名',
    example: 'How many seats a canteen needs',
    read: english(),
  });
  const question = await dialogue.ask({
    name: 'question',
    ask: '写在标题下面的那个问题，一句话',
    example: '来的人没变，吃得慢一点，座位要多几个？',
    read: chinese(undefined, 6),
  });
  const slug = await dialogue.ask(
    choose({
      name: 'chapter',
      ask: '属于哪一章？',
      options: project.chapters.map((each) => ({ value: each.slug, label: each.title })),
      preset: project.chapters.length === 1 ? project.chapters[0]?.slug : undefined,
    }),
  );
  const chapter = project.chapters.find((each) => each.slug === slug) as ChapterDraft;
  const section = await dialogue.ask(
    choose({
      name: 'section',
      ask: '放在哪一节？',
      options: chapter.sections.map((each) => ({ value: each.slug, label: each.title })),
    }),
  );
  const unit = await dialogue.ask({
    name: 'unit',
    ask: '数的是什么？写一个量词或名词',
    example: '人、桌、辆、单',
    read: words(undefined, (text) => {
      if (!/^\p{Script=Han}{1,4}$/u.test(text)) throw new Refusal('写一到四个汉字，例如 人。');
    }),
  });
  dialogue.say('\n第一个参数：每小时来多少。');
  const flow = await askParam(dialogue.part('flow'), '每小时到达', `${unit}/小时`);
  dialogue.say('\n第二个参数：每个待多少分钟。');
  const stay = await askParam(dialogue.part('stay'), '平均停留', '分钟');
  const scenarios = await dialogue.list<ScenarioAnswers>(
    { name: 'scenarios', each: '场景', min: 2, max: 6 },
    async (part, soFar) => ({
      id: await part.ask({
        name: 'id',
        ask: '场景的英文编号',
        example: 'lunch',
        read: id(soFar.map((each) => each.id)),
      }),
      label: await part.ask({
        name: 'label',
        ask: '场景名',
        example: '十二点的食堂',
        read: chinese(),
      }),
      sentence: await part.ask({
        name: 'sentence',
        ask: '一句话把人带进场景',
        read: chinese(undefined, 8),
      }),
      flow: await part.ask({ name: 'flow', ask: flow.label, read: onGrid(flow) }),
      stay: await part.ask({ name: 'stay', ask: `${stay.label}（分钟）`, read: onGrid(stay) }),
    }),
  );
  const predict = await dialogue.ask({
    name: 'predict',
    ask: '先猜后看：让读者猜里面平均同时有多少，怎么问？',
    preset: `照这个流量和停留时间，里面平均同时有多少${unit}？`,
    read: chinese(undefined, 6),
  });
  const hit = await dialogue.ask({
    name: 'hit',
    ask: '猜中了说什么？',
    preset: '猜得准。流量和停留时间一乘，就是同时在里面的数。',
    read: chinese(undefined, 6),
  });
  const tooMany = await dialogue.ask({
    name: 'tooMany',
    ask: '猜得太多的人，多半是没有把分钟化成小时就乘，对他们说什么？',
    preset: '猜得太多了。流量按小时，停留按分钟，要先把分钟除以 60 化成小时，再相乘。',
    read: chinese(undefined, 6),
  });
  const tooFew = await dialogue.ask({
    name: 'tooFew',
    ask: '猜得太少的人，多半只想到刚进来的，对他们说什么？',
    preset: '猜得太少了。先来的还没有走，后来的又到了，里面的数要把整段停留时间里来的都算上。',
    read: chinese(undefined, 6),
  });
  const near = await dialogue.ask({
    name: 'near',
    ask: '差得不多的人，对他们说什么？',
    preset: '方向对了，数还差一点：用每小时的流量乘以停留的小时数，再核对一遍。',
    read: chinese(undefined, 6),
  });
  const files = widgetFiles({
    id: key,
    title,
    english: englishTitle,
    question,
    chapter: slug,
    section,
    unit,
    flow,
    stay,
    scenarios,
    predict,
    hit,
    tooMany,
    tooFew,
    near,
  });
  for (const [file, text] of Object.entries(files)) await plan.create(file, text);
  const name = componentName(key);
  const position = chapter.sections.find((each) => each.slug === section)?.number ?? 0;
  const mdx = `content/chapters/${chapter.folder}/${String(position).padStart(2, '0')}-${section}.mdx`;
  return `把实验放进正文：在 ${mdx} 里
  front matter 的 widgets 加上：${key}
  import 那几行后面加上：import ${name} from '~/widgets/${key}/${name}.svelte';
  正文要放的地方写上：<${name} client:reached />
然后把 src/widgets/${key}/model.ts 的计算换成你自己的，test/widgets/${key}.test.ts 跟着改。`;
}

async function askParam(dialogue: Dialogue, preset: string, unit: string): Promise<ParamAnswers> {
  const label = await dialogue.ask({
    name: 'label',
    ask: '界面上叫什么？',
    preset,
    read: chinese(),
  });
  const meaning = await dialogue.ask({
    name: 'meaning',
    ask: '一句话说明它是什么意思',
    read: chinese(undefined, 6),
  });
  const decimals = (value: number) => {
    if (Number(value.toFixed(2)) !== value) throw new Refusal('最多两位小数。');
  };
  const min = await dialogue.ask({
    name: 'min',
    ask: `最小能拖到多少（${unit}）`,
    read: number(undefined, decimals, (value) => {
      if (value <= 0 || value > 100_000) throw new Refusal('要大于 0，不超过 100000。');
    }),
  });
  const max = await dialogue.ask({
    name: 'max',
    ask: `最大能拖到多少（${unit}）`,
    read: number(undefined, decimals, (value) => {
      if (value <= min || value > 100_000) throw new Refusal(`要大于 ${min}，不超过 100000。`);
    }),
  });
  const step = await dialogue.ask({
    name: 'step',
    ask: '拖一格是多少',
    read: number(undefined, decimals, (value) => {
      const steps = (max - min) / value;
      if (!(value > 0) || Math.abs(steps - Math.round(steps)) > 1e-9 || steps > 2000)
        throw new Refusal(`${min} 到 ${max} 要正好分成整数格，不超过 2000 格。`);
    }),
  });
  const grid = { min, max, step };
  const start = await dialogue.ask({ name: 'default', ask: '打开时是多少', read: onGrid(grid) });
  return { label, meaning, ...grid, default: start };
}
