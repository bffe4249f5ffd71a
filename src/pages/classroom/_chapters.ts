/** 哪几章有课堂，一个实验用在课堂的哪几步：别的页面来链接，不必读整套步骤。 */
import { getCollection } from 'astro:content';

/** 有课堂的各章。 */
export async function deckChapters(): Promise<string[]> {
  return (await getCollection('decks')).map(({ data }) => data.chapter);
}

export interface Use {
  chapter: string;
  /** 第几步，从 1 数 */
  place: number;
}

/** 一个实验用在课堂的哪几步。 */
export async function usesOf(widget: string): Promise<Use[]> {
  return (await getCollection('decks')).flatMap(({ data, body = '' }) =>
    [...body.matchAll(/^<(?:Cover|Bet|Run|Ask|Explain|Discuss|Game) [^>]*>/gm)].flatMap(
      ([tag], i) =>
        tag.includes(`widget="${widget}"`) ? [{ chapter: data.chapter, place: i + 1 }] : [],
    ),
  );
}
