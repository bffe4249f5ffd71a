/** 印出来的等待说的是多长的时间：稳态的数写明是稳态，半天的窗口从空开始。 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, sectionsOf, type Course, type Page } from '../course.ts';

/** 用稳态公式的计算模块：印出来的等待，说的是客流一直这么密、早已稳定下来之后。 */
const steady =
  /~\/calc\/(?:location\/sites-versus-capacity|queueing\/(?:mm1|mmc|mg1|ggc|pooling|priority-[a-z]+\d?|wait-inversions|optimal-servers))\.ts/;

export function assumptionsInSight(course: Course): string[] {
  return sectionsOf(course)
    .filter(({ text, prose }) => steady.test(text) && !/稳态|稳定/.test(prose))
    .map(
      ({ file }) =>
        `${file}：印了按稳态公式算的等待，却没有说是稳态；空着开门的半天等不到这么久，请写明`,
    );
}

/** 讲开门与高峰的那一节：稳态的数何时算数，都链到它。 */
const opening = { slug: 'opening-and-peak', href: '/chapters/queueing/opening-and-peak/' };

export function horizonsLinked(course: Course): string[] {
  return sectionsOf(course)
    .filter(({ slug, text }) => slug !== opening.slug && steady.test(text))
    .filter(({ text }) => !text.includes(`](${opening.href}`))
    .map(
      ({ file }) =>
        `${file}：印了按稳态公式算的等待，却没有链到 ${opening.href}；说清这个数何时算数，或改用从空开始的算法`,
    );
}

/** 有开有关的一段时间；一直开着的不在内。 */
const session = /上午|早上|下午|傍晚|夜里|半天|早市|晚市|开门|开诊|高峰那/;
const computedWait =
  /等[^。\n]{0,40}\{(?:duration|fixed|significant|upTo|minutes|one|times)\(|\bmeanWait/;
const horizon = /稳态|稳定|长期|从空|昼夜|一直这样/;

/** 一道例题、一个框、两个标题之间的正文，各算一段话。 */
function passages({ text }: Page): { passage: string; index: number }[] {
  const hide = (found: string) => found.replace(/[^\n]/g, ' ');
  const shown = text
    .replace(/^---\n[\s\S]*?\n---\n/, hide)
    .replace(/^(?:import|export)\b[\s\S]*?(?=\n\n)/gm, hide);
  const boxes = /<(WorkedExample|Callout)\b[\s\S]*?<\/\1>/g;
  const found = [...shown.matchAll(boxes)].map(({ 0: passage, index }) => ({ passage, index }));
  let at = 0;
  for (const passage of shown.replace(boxes, hide).split(/^(?=## )/m)) {
    found.push({ passage, index: at });
    at += passage.length;
  }
  return found;
}

export function horizonsSaid(course: Course): string[] {
  return sectionsOf(course)
    .filter(({ text }) => steady.test(text))
    .flatMap((page) =>
      passages(page)
        .filter(({ passage }) => session.test(passage) && computedWait.test(passage))
        .filter(({ passage }) => !horizon.test(passage))
        .map(
          ({ passage, index }) =>
            `${at(page, index + passage.search(session))}：“${session.exec(passage)?.[0]}”旁边印着算出来的等待，却没有说是稳态还是从空开始；半天的诊室等不到稳态那么久`,
        ),
    );
}

/** 题里的等待由稳态公式出：题目要说这是一直这样下去的平均。 */
export function questionsSayHorizon(course: Course): string[] {
  return [...course.quizzes].flatMap(([slug, bank]) =>
    Object.entries(bank).flatMap(([id, fields]) => {
      const { generator, prompt } = fields as { generator?: unknown; prompt?: unknown };
      if (typeof generator !== 'string' || typeof prompt !== 'string') return [];
      const file = join(course.root, 'src/quiz/generators', slug, `${generator}.ts`);
      if (!existsSync(file)) return [];
      const source = readFileSync(file, 'utf8').replaceAll(/(?:\.\.\/)+calc\//g, '~/calc/');
      return !steady.test(source) || !/[wW]ait|QueueLength/.test(source) || horizon.test(prompt)
        ? []
        : [
            `content/quizzes/${slug}.yaml：${id} 的答案按稳态公式算，题目却没有说“长期平均”或“按稳态算”，半天的窗口等不到这么久`,
          ];
    }),
  );
}
