/** 一章的课堂：读 content/decks/<章>.mdx，配上实验与题库；写错的地方构建就停，一次说完。 */
import { readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { partsIn } from '../../classroom/deck/parts-in.ts';
import { resolveDeck, type Resolved } from '../../classroom/deck/resolve-deck.ts';
import Ask from '../../classroom/steps/Ask.astro';
import Bet from '../../classroom/steps/Bet.astro';
import Cover from '../../classroom/steps/Cover.astro';
import Discuss from '../../classroom/steps/Discuss.astro';
import Explain from '../../classroom/steps/Explain.astro';
import Game from '../../classroom/steps/Game.astro';
import Option from '../../classroom/steps/Option.astro';
import Period from '../../classroom/steps/Period.astro';
import Run from '../../classroom/steps/Run.astro';
import Say from '../../classroom/steps/Say.astro';
import Wrong from '../../classroom/steps/Wrong.astro';
import { loadChapters, type ChapterRef } from '../../lib/content.ts';
import { pinyinInitials } from '../../lib/pinyin-initials.ts';
import { chapterQuestion } from '../../quiz/collection.ts';
import { games } from '../play/_games.ts';
import { widgetModels } from '../widgets/_list.ts';

/** 作者在课堂里写的各种步 */
export const stepComponents = {
  Ask,
  Bet,
  Cover,
  Discuss,
  Explain,
  Game,
  Option,
  Period,
  Run,
  Say,
  Wrong,
};

const views = import.meta.glob<string>('../../widgets/*/*.svelte', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const partsOf = (id: string) =>
  Object.entries(views).flatMap(([path, source]) =>
    path.startsWith(`../../widgets/${id}/`) ? partsIn(source) : [],
  );
const models = new Map(widgetModels.map((model) => [model.id, model]));

export interface DeckPage extends Resolved {
  chapter: ChapterRef;
  entry: Awaited<ReturnType<typeof entries>>[number];
}

const entries = () => getCollection('decks');

/** 全部写好的课堂，按章排。 */
export async function loadDecks(): Promise<DeckPage[]> {
  const [chapters, decks] = await Promise.all([loadChapters(), entries()]);
  const found = chapters.flatMap((chapter) => {
    const entry = decks.find(({ data }) => data.chapter === chapter.slug);
    return entry ? [{ chapter, entry }] : [];
  });
  return Promise.all(
    found.map(async ({ chapter, entry }) => {
      const file = entry.filePath ?? `content/decks/${entry.id}.mdx`;
      const resolved = await resolveDeck(file, readFileSync(file, 'utf8'), {
        title: chapter.entry.data.title,
        models,
        partsOf,
        games,
        question: (id, seed) => chapterQuestion(chapter.slug, id, seed),
        initials: pinyinInitials,
      });
      if (resolved.problems.length > 0) throw new Error(resolved.problems.join('\n'));
      return { chapter, entry, ...resolved };
    }),
  );
}
