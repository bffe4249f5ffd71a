/** 哪几章有课堂，一个实验、一小节用在课堂的哪几步：别的页面来链接，不必读整套步骤。 */
import { getCollection } from 'astro:content';
import { questionIds } from '../../quiz/collection.ts';
import { widgetModels } from '../widgets/_list.ts';

/** 有课堂的各章。 */
export async function deckChapters(): Promise<string[]> {
  return (await getCollection('decks')).map(({ data }) => data.chapter);
}

export interface Use {
  chapter: string;
  /** 第几步，从 1 数 */
  place: number;
}

/** 头一行里写着其中之一的那几步。 */
async function stepsWith(attributes: readonly string[]): Promise<Use[]> {
  return (await getCollection('decks')).flatMap(({ data, body = '' }) =>
    [...body.matchAll(/^<(?:Cover|Bet|Run|Ask|Explain|Discuss|Game) [^>]*>/gm)].flatMap(
      ([tag], i) =>
        attributes.some((each) => tag.includes(each))
          ? [{ chapter: data.chapter, place: i + 1 }]
          : [],
    ),
  );
}

/** 一个实验用在课堂的哪几步。 */
export const usesOf = (widget: string): Promise<Use[]> => stepsWith([`widget="${widget}"`]);

/** 一小节里的实验与题用在课堂的哪几步；`section` 是 章/节。 */
export async function usesOn(section: string): Promise<Use[]> {
  const shown = widgetModels.filter((model) => `${model.chapter}/${model.section}` === section);
  const asked = await questionIds(section);
  return stepsWith([
    ...shown.map(({ id }) => `widget="${id}"`),
    ...asked.map((id) => `question="${id}"`),
  ]);
}
