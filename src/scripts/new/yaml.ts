/** 写 YAML：长句不折行，字符串该不该加引号由库决定。 */
import { dump, load } from 'js-yaml';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from './dialogue.ts';
import { bankFile, type ChapterDraft } from './project.ts';
import { pretty, type Plan } from './plan.ts';

const yaml = (value: unknown) => dump(value, { lineWidth: -1, noRefs: true });

/** front matter：编号一类的短列写成一行，其余一项一行。 */
export function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([name, value]) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string')
      ? `${name}: [${value.join(', ')}]\n`
      : yaml({ [name]: value }),
  );
  return `---\n${lines.join('')}---\n`;
}

/** 把新题接在题库后面；接完再读一遍，确认旧题原样、新题读得回来。 */
export async function addToBank(
  plan: Plan,
  chapter: ChapterDraft,
  entries: Readonly<Record<string, object>>,
): Promise<void> {
  const file = bankFile(chapter);
  const texts: string[] = [];
  for (const [id, entry] of Object.entries(entries))
    texts.push(await pretty(file, yaml({ [id]: entry })));
  const addition = texts.join('\n');
  const before = chapter.bankText;
  const heading = `# 第 ${chapter.number} 章 ${chapter.title} 的题库。\n# 每条的键是题目编号，定了就不再改：读者的记录认它。选项的次序页面上会打乱。\n`;
  const old = before === null ? {} : (load(before) ?? {});
  const after = load(`${before ?? ''}\n\n${addition}`);
  if (!isDeepStrictEqual(after, { ...(old as object), ...entries }))
    throw new Refusal(`${file} 接上新题之后读出来不对，没有写；请检查文件末尾是否完整。`);
  if (before === null) await plan.create(file, `${heading}\n${addition}`);
  else plan.append(file, before, addition);
}
