/** 章末小结的规则：写了的章都有，先把话说完，再讨论，再指路。 */
import { closingNeeds } from '../../../src/schemas/chapter.ts';
import { at, tags, type Course, type Page, type Tag } from '../course.ts';

/** 提示和荐语少于这么多字，多半是没写完。 */
const least = { note: 20, why: 8 };
const headings = ['讨论', '延伸阅读'];

const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** 一个部件从开头标签到结尾标签之间，读者看得见的字。 */
function inside(page: Page, { name, index }: Tag): string {
  const end = page.markup.indexOf(`</${name}>`, index);
  const start = page.markup.indexOf('>', index) + 1;
  return end < 0 ? '' : page.prose.slice(start, end);
}

export function written({ chapters }: Course): string[] {
  return chapters
    .filter(({ sections, closing }) => sections.length > 0 && !closing)
    .map(
      ({ folder }) =>
        `content/chapters/${folder}：缺少 closing.mdx，照别的章写小结、讨论和延伸阅读`,
    );
}

export function summaries({ chapters }: Course): string[] {
  return chapters.flatMap(({ closing }) => {
    if (!closing) return [];
    const found = [...closing.prose.matchAll(/^## *(.+?) *$/gm)];
    const problems: string[] = [];
    if (found.map(([, text]) => text).join() !== headings.join())
      problems.push(
        `${closing.file}：二级标题依次只写 ${headings.map((text) => `## ${text}`).join(' 和 ')}，小结写在它们前面、不加标题`,
      );
    const count = han(closing.prose.slice(0, found[0]?.index));
    const { min, max } = closingNeeds.summary;
    if (count < min || count > max)
      problems.push(`${closing.file}：小结有 ${count} 个汉字，改到 ${min} 至 ${max} 之间`);
    return problems;
  });
}

export function discussions({ chapters }: Course): string[] {
  return chapters.flatMap(({ closing }) => {
    if (!closing) return [];
    const found = tags(closing, 'Discussion');
    return [
      ...(found.length < closingNeeds.discussions
        ? [`${closing.file}：讨论题有 ${found.length} 道，至少写 ${closingNeeds.discussions} 道`]
        : []),
      ...found.flatMap((tag) => {
        const [opening = ''] = closing.text.slice(tag.index).split('\n', 1);
        return [
          ...(/\squestion=(?!"")/.test(opening)
            ? []
            : [`${tag.where}：讨论题没有题目，写 <Discussion question="…">`]),
          ...(han(inside(closing, tag)) < least.note
            ? [`${tag.where}：讨论题缺给教师的提示，写学生多半会怎么答、接着追问什么`]
            : []),
        ];
      }),
    ];
  });
}

export function readings({ chapters }: Course): string[] {
  return chapters.flatMap(({ closing }) => {
    if (!closing) return [];
    const found = tags(closing, 'Reading');
    return [
      ...(found.length < closingNeeds.readings
        ? [`${closing.file}：延伸阅读有 ${found.length} 条，至少写 ${closingNeeds.readings} 条`]
        : []),
      ...found
        .filter(({ id }, i) => found.findIndex((other) => other.id === id) < i)
        .map(({ id, where }) => `${where}：延伸阅读 ${id} 列了两遍，请删去一个`),
      ...found
        .filter((tag) => han(inside(closing, tag)) < least.why)
        .map(({ where }) => `${where}：延伸阅读缺一句话，写为什么读它、适合谁读`),
    ];
  });
}

export function onlyInClosings({ chapters }: Course): string[] {
  return chapters.flatMap(({ index, sections }) =>
    [...(index ? [index] : []), ...sections].flatMap((page) =>
      tags(page, 'Discussion|Reading').map(
        ({ name, index: position }) =>
          `${at(page, position)}：<${name}> 只放在 closing.mdx 里，节里的讨论用 <Callout kind="ask">`,
      ),
    ),
  );
}
