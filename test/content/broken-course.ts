/** 一门小而完好的课，写在临时目录里；测试换掉其中几个文件，看规则说什么。 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readCourse, type Course } from './course.ts';

export const chapter = 'content/chapters/02-bakery';

const section = (title: string, objective: string, extra: string, body: string) => `---
title: ${title}
english: Bread
question: 面包为什么总在中午卖完？
summary: 一家面包店的一天，从和面讲到打烊前的打折。
minutes: 8
objectives: [${objective}]
${extra}---

${body}
`;

const discussion = (question: string) =>
  `<Discussion question="${question}">\n学生多半先答越早越好，接着问他一句：早出的那一炉谁来买。\n</Discussion>`;

export const intact: Readonly<Record<string, string>> = {
  [`${chapter}/index.mdx`]: `---
title: 面包店
english: Bakery
question: 一家面包店该在几点出第几炉？
summary: 用一家面包店讲清楚一天里的需求怎样起伏，又怎样备货。
objectives:
  - id: see-demand
    text: 看出一天里的需求怎样起伏
    bloom: understand
  - id: plan-oven
    text: 安排每一炉的时间
    bloom: apply
  - id: judge-discount
    text: 评价打烊前的打折
    bloom: evaluate
---

店里的第一炉在六点。
`,
  [`${chapter}/01-first-oven.mdx`]: section(
    '第一炉',
    'see-demand, plan-oven',
    'syllabus: [S01]\nwidgets: [oven]\nsources: [baker-1990]\n',
    `import Oven from '~/widgets/oven/Oven.svelte';

<Term id="batch">炉次</Term>早有人研究<Cite id="baker-1990" />，见[术语表](/glossary/#batch)。

<Oven client:reached />

<Figure id="day" caption="一天">

画

</Figure>

看 <FigureRef id="day" />，2.2 节再讲打折。`,
  ),
  [`${chapter}/02-discount.mdx`]: section('打折', 'judge-discount', '', '八点以后打七折。'),
  [`${chapter}/closing.mdx`]: `---
question: 一家面包店一天要下几次决心？
summary: 把面包店的一天从头到尾再走一遍，留几个问题带回去想。
minutes: 8
sources: [baker-1990, oven-2001, flour-2010]
---

面包店的一天${'从和面开始，到打烊前的打折为止，每一炉都要赶在客人进门之前出来。'.repeat(11)}

## 讨论

${['第一炉几点出？', '打几折？', '谁来买？', '剩下的怎么办？'].map(discussion).join('\n\n')}

## 延伸阅读

<Reading id="baker-1990">
想知道烤炉怎么来的，先读这一本。
</Reading>

<Reading id="oven-2001">
想算清每一炉的账，再读这一篇。
</Reading>

<Reading id="flour-2010">
想开店的同学可以翻翻这一份。
</Reading>
`,
  'content/glossary.yaml': `batch: { zh: 炉次, en: batch, taught: bakery/first-oven }
markdown: { zh: 打折, en: markdown, taught: bakery/discount, needs: [batch] }
`,
  'content/paths.yaml': `- id: all
  steps: all
- id: short
  steps:
    - section: bakery/first-oven
    - section: bakery/discount
`,
  'content/references.yaml':
    'baker-1990: { title: Ovens }\noven-2001: { title: Heat }\nflour-2010: { title: Flour }\n',
  'content/syllabus.yaml': `chapters: [{ number: 2, slug: bakery, title: 面包店 }]
items: [{ id: S01, title: 炉次, chapters: [bakery] }]
`,
  'content/quizzes/bakery.yaml': `one: { objective: see-demand, section: first-oven }
two: { objective: plan-oven, section: first-oven }
three: { objective: judge-discount, section: discount }
`,
  'src/widgets/oven/model.ts': `export const model = {\n  chapter: 'bakery',\n  section: 'first-oven',\n};\n`,
  'src/widgets/oven/Oven.svelte': '<p>炉</p>\n',
  'src/pages/glossary.astro': '<p />\n',
};

/** 在完好的课上改几处：换掉文件（null 是删去），或把文件里的一段换成另一段。 */
export function courseWith(
  changes: Record<string, string | null | [from: string, to: string]>,
): Course {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files: Record<string, string | null> = { ...intact };
  for (const [file, change] of Object.entries(changes)) {
    if (!Array.isArray(change)) files[file] = change;
    else if (!files[file]?.includes(change[0])) throw new Error(`${file} 里没有 ${change[0]}`);
    else files[file] = files[file].replace(...change);
  }
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return readCourse(root);
}
