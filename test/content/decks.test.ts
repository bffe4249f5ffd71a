/** 课堂：每一步写得对不对，题面、分界、画面、题号都对得上，时间排得下。 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partsIn } from '../../src/classroom/deck/parts-in.ts';
import { resolveDeck, type Course } from '../../src/classroom/deck/resolve-deck.ts';
import type { Game } from '../../src/classroom/games/game.ts';
import { pinyinInitials } from '../../src/lib/pinyin-initials.ts';
import { ask, readBank } from '../../src/quiz/bank.ts';
import { predictionOf, type ParamSet, type WidgetModel } from '../../src/widget-kit/model.ts';
import { readYaml } from './read-yaml.ts';

const root = join(import.meta.dirname, '../..');
type Model = WidgetModel<ParamSet, unknown>;
const models = new Map(
  Object.values(
    import.meta.glob<{ model: Model }>('../../src/widgets/*/model.ts', { eager: true }),
  ).map(({ model }) => [model.id, model]),
);

const games = Object.values(
  import.meta.glob<{ game: Game }>('../../src/classroom/games/*/model.ts', { eager: true }),
).map(({ game }) => game);

function courseOf(chapter: string): Course {
  const file = `content/quizzes/${chapter}.yaml`;
  const bank = readBank(file, readYaml(file) as Record<string, unknown>);
  return {
    title: chapter,
    models,
    partsOf: (id) =>
      globSync(`src/widgets/${id}/*.svelte`, { cwd: root }).flatMap((view) =>
        partsIn(readFileSync(join(root, view), 'utf8')),
      ),
    games,
    question: async (id, seed) => {
      const entry = bank.find((each) => each.id === id);
      return entry ? ask(chapter, entry, seed) : null;
    },
    initials: pinyinInitials,
  };
}
/** 本章有没有请人画一条线的实验。 */
const asksForCurve = (chapter: string) =>
  [...models.values()].some(
    (model) =>
      model.chapter === chapter &&
      model.scenarios.some(({ id }) => predictionOf(model, id).kind === 'curve'),
  );
const files = globSync('content/decks/*.mdx', { cwd: root });

const decks = files.map((file) => ({ file, chapter: basename(file, '.mdx') }));

describe.each(decks)('$file', ({ file, chapter }) => {
  const resolved = resolveDeck(file, readFileSync(join(root, file), 'utf8'), courseOf(chapter));

  test('每一步都写对了：题面、场景、画面、题号、分界、备注、时间', async () => {
    expect((await resolved).problems).toEqual([]);
  });

  test('章名与文件名相同，两节课 24 到 32 步', async () => {
    const { deck, starts } = await resolved;
    expect(deck.id, `${file}：front matter 的 chapter 写成文件名`).toBe(chapter);
    expect(deck.steps.length, `${file}：增减几步`).toBeGreaterThanOrEqual(24);
    expect(deck.steps.length, `${file}：增减几步`).toBeLessThanOrEqual(32);
    expect(starts).toHaveLength(2);
  });

  test('押注够多：八个以上，本章画得成的曲线一条以上，要报数的四个以上，两到五个重投，两个以上“看到的”', async () => {
    const { steps } = (await resolved).deck;
    const kinds = steps.flatMap(({ kind, asking }) =>
      kind === 'bet' && asking ? [asking.kind] : [],
    );
    expect(kinds.length, `${file}：<Bet> 要 8 到 11 个`).toBeGreaterThanOrEqual(8);
    const drawn = kinds.filter((kind) => kind === 'curve').length;
    expect(drawn, `${file}：本章有请人画线的实验，押一回`).toBeGreaterThanOrEqual(
      asksForCurve(chapter) ? 1 : 0,
    );
    // 题库里要算的数也举手报数
    const numbers = steps.filter(({ asking }) => asking?.kind === 'number').length;
    expect(numbers, `${file}：押数、算数的步加起来 4 步以上`).toBeGreaterThanOrEqual(4);
    const revotes = steps.filter(({ revote }) => revote).length;
    expect(revotes, `${file}：revote 写在 2 到 5 步上`).toBeGreaterThanOrEqual(2);
    expect(revotes).toBeLessThanOrEqual(5);
    expect(steps.filter(({ see }) => see).length, `${file}：see 至少两处`).toBeGreaterThanOrEqual(
      2,
    );
  });

  test('答案的解释不夸人：墙上亮答案时，不是谁猜的', async () => {
    const { steps } = (await resolved).deck;
    const praised = steps.flatMap(({ id, asking }) =>
      /^(?:[^，。：]{0,4}准|[^，。：]{0,3}中了|正是|对|抓住了|差不多)/.test(
        asking?.explanation ?? '',
      )
        ? [`${id}：${asking?.explanation.slice(0, 12)}`]
        : [],
    );
    expect(praised, '改 asking.ts 的 praise').toEqual([]);
  });

  test('自带单位的数，后面接汉字不空格', () => {
    const text = readFileSync(join(root, file), 'utf8');
    const spaced = /\{(?:duration|minutes|times|wan)\([^{}]*\)\} [\u4e00-\u9fff]/g;
    expect(text.match(spaced) ?? [], `${file}：去掉右花括号后面的空格`).toEqual([]);
  });

  test('晚了十分钟有得跳', async () => {
    const { steps } = (await resolved).deck;
    const spare = steps.filter(({ skip }) => skip).reduce((sum, { minutes }) => sum + minutes, 0);
    expect(spare, `${file}：给可以跳过的步写上 skip，加起来至少 10 分钟`).toBeGreaterThanOrEqual(
      10,
    );
  });
});
