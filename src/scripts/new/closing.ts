/** 写章末的小结与讨论：一段段小结、带教师提示的讨论题、延伸阅读。 */
import { closingNeeds, closingSchema } from '../../schemas/chapter.ts';
import { Refusal, type Dialogue } from './dialogue.ts';
import type { ChapterDraft, Project } from './project.ts';
import { attribute, chinese, number, paragraph, sentence } from './readers.ts';
import { frontMatter } from './yaml.ts';

const han = (texts: readonly string[]) => texts.join('').match(/\p{Script=Han}/gu)?.length ?? 0;

export async function askClosing(
  dialogue: Dialogue,
  { project, chapter }: { project: Project; chapter: ChapterDraft },
): Promise<{ file: string; text: string }> {
  dialogue.say('\n最后是章末的小结与讨论。');
  const { shape } = closingSchema;
  const question = await dialogue.ask({
    name: 'question',
    ask: '小结这一页开头的问题：读完这一章，该能回答什么？',
    example: '一条队摆在面前，该先量、先改，还是先定次序？',
    read: chinese(shape.question, 6),
  });
  const summary = await dialogue.ask({
    name: 'summary',
    ask: '一两句话的提要，出现在搜索结果里',
    read: chinese(shape.summary, 12),
  });
  const minutes = await dialogue.ask({
    name: 'minutes',
    ask: '大约读几分钟（3 到 40）',
    preset: '8',
    read: number(shape.minutes),
  });
  const { min, max } = closingNeeds.summary;
  const paragraphs = await dialogue.list<string>(
    {
      name: 'paragraphs',
      each: '小结的一段',
      min: 1,
      lacking: (soFar) =>
        han(soFar) < min ? `小结现在有 ${han(soFar)} 个汉字，至少 ${min} 个，请再写一段。` : null,
    },
    (part, soFar) =>
      part.ask({
        name: 'paragraph',
        ask: `小结的一段：把道理按先后讲下来，不列条目（一共 ${min} 到 ${max} 个汉字）`,
        read: (input) => {
          const text = paragraph(input);
          const count = han([...soFar, text]);
          if (count > max)
            throw new Refusal(`加上这一段，小结有 ${count} 个汉字，最多 ${max} 个。`);
          return text;
        },
      }),
  );
  const discussions = await dialogue.list<{ question: string; note: string }>(
    { name: 'discussions', each: '讨论题', min: closingNeeds.discussions, max: 12 },
    async (part) => ({
      question: await part.ask({
        name: 'question',
        ask: '一道讨论题，一句话，没有唯一的答案',
        example: '医院能不能卖“快速通道”？',
        read: attribute(6),
      }),
      note: await part.ask({
        name: 'note',
        ask: '给教师的提示：学生多半会怎么答，接着追问什么？',
        read: paragraph,
      }),
    }),
  );
  const readings = await dialogue.list<{ id: string; why: string }>(
    { name: 'readings', each: '延伸阅读', min: closingNeeds.readings, max: 12 },
    async (part, soFar) => ({
      id: await part.ask({
        name: 'id',
        ask: '资料编号，取自 content/references.yaml',
        example: 'maister-1985',
        read: (input) => {
          const text = input.trim();
          if (!project.references.includes(text))
            throw new Refusal(`content/references.yaml 里没有 ${text}，先把它登记进去。`);
          if (soFar.some(({ id }) => id === text)) throw new Refusal(`${text} 已经列了。`);
          return text;
        },
      }),
      why: await part.ask({
        name: 'why',
        ask: '一句话：为什么读它，适合谁读',
        read: sentence,
      }),
    }),
  );
  const data = { question, summary, minutes, sources: readings.map(({ id }) => id) };
  closingSchema.parse(data);
  const blocks = [
    ...paragraphs,
    '## 讨论',
    ...discussions.map(
      (each) => `<Discussion question="${each.question}">\n\n${each.note}\n\n</Discussion>`,
    ),
    '## 延伸阅读',
    ...readings.map(({ id, why }) => `<Reading id="${id}">\n\n${why}\n\n</Reading>`),
  ];
  return {
    file: `content/chapters/${chapter.folder}/closing.mdx`,
    text: `${frontMatter(data)}\n${blocks.join('\n\n')}\n`,
  };
}
