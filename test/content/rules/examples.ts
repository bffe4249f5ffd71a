/** 例题与讨论的规则：答案不白给，空格填得了，给教师的话学生看不到展开的。 */
import { units } from '../../../src/quiz/types/numeric/units.ts';
import { at, tags, type Course, type Page, type Tag } from '../course.ts';

/** 部件的内容在原文里的范围；没有收尾标签的，到文件末尾。 */
function extent(page: Page, { name, index }: Tag): [from: number, to: number] {
  const end = page.markup.indexOf(`</${name}>`, index);
  return [page.markup.indexOf('>', index) + 1, end < 0 ? page.markup.length : end];
}

const attributesOf = (page: Page, { index }: Tag) =>
  page.markup.slice(index, page.markup.indexOf('>', index));

/** 空格里认得的单位。 */
const labels = new Set<string | undefined>(
  Object.values(units).flatMap(({ label }) => (label ? [label] : [])),
);

const insertOf = (name: string) => `<Fragment slot="${name}">`;

export function solutions({ pages }: Course): string[] {
  return pages.flatMap((page) => [
    ...tags(page, 'WorkedExample')
      .filter((tag) => !page.markup.slice(...extent(page, tag)).includes(insertOf('solution')))
      .map(
        ({ where }) =>
          `${where}：例题没有折起来的解答，把解答写进 ${insertOf('solution')}…</Fragment>，读者要看才展开`,
      ),
    ...[...page.markup.matchAll(/<details\b/g)].map(
      ({ index }) =>
        `${at(page, index)}：正文里不写 <details>，例题的解答用 ${insertOf('solution')}，公式的符号用 <Formula symbols>`,
    ),
  ]);
}

export function blanks({ pages }: Course): string[] {
  return pages.flatMap((page) => {
    const prompts = tags(page, 'WorkedExample')
      .filter((tag) => /\sfading="blank"/.test(attributesOf(page, tag)))
      .map((tag) => {
        const [from, to] = extent(page, tag);
        const solution = page.markup.indexOf(insertOf('solution'), from);
        return { tag, from, to: solution < 0 ? to : Math.min(solution, to) };
      });
    const found = [...page.markup.matchAll(/<Blank\b([\s\S]*?)\/>/g)];
    return [
      ...[...page.markup.matchAll(/(?:\\?_){3,}/g)].map(
        ({ index }) =>
          `${at(page, index)}：下划线填不了、批不了，换成 <Blank label="问的是什么" answer={算出来的数} unit="…" digits={1} />`,
      ),
      ...prompts
        .filter(({ from, to }) => !found.some(({ index }) => index >= from && index < to))
        .map(
          ({ tag }) =>
            `${tag.where}：半成品例题里一个空格也没有，把关键的几步写成 <Blank …/>，或去掉 fading="blank"`,
        ),
      ...found.flatMap(({ index, 1: attributes = '' }) => {
        const where = at(page, index);
        return [
          ...(prompts.some(({ from, to }) => index >= from && index < to)
            ? []
            : [
                `${where}：<Blank> 只放在 <WorkedExample fading="blank"> 的题面里，不放进解答或正文`,
              ]),
          ...(/\slabel="[^"]/.test(attributes)
            ? []
            : [`${where}：空格没有名字，写 label="问的是什么"，批改和屏幕阅读器都这样称呼它`]),
          ...(/\sanswer=(?:"[^"]|\{)/.test(attributes)
            ? []
            : [
                `${where}：空格没有答案，数写 answer={由 calc 算出}，词写 answer="…" options={[…]}`,
              ]),
          ...[...attributes.matchAll(/\sunit="([^"]*)"/g)]
            .filter(([, unit]) => !labels.has(unit))
            .map(
              ([, unit]) =>
                `${where}：空格的单位“${unit}”不认识，改成 ${[...labels].join('、')} 之一，或不写 unit、把单位写在空格后面`,
            ),
          ...(/\sanswer=\{\s*[\d.]+\s*\}/.test(attributes)
            ? [`${where}：空格的答案是手打的数，改成由 ~/calc/… 算出来的式子`]
            : []),
        ];
      }),
    ];
  });
}

export function teacherNotes({ pages }: Course): string[] {
  return pages.flatMap((page) =>
    [...page.prose.matchAll(/教师提示[：:]/g)].map(
      ({ index }) =>
        `${at(page, index)}：给教师的话学生会看见，写进 ${insertOf('teacher')}…</Fragment>（在 <Callout kind="ask"> 里）或 <Discussion> 里，不写“教师提示”几个字`,
    ),
  );
}
