/** 一章的概念排成图：一节一条横带，概念在带里从左到右，需要别的在后；线从先备连到用它的。 */
import type { Concept, Place } from './_graph.ts';

export const width = 760;
const line = 36;
const head = 30;
const gap = 30;
/** 十四号字：汉字一个字宽，拉丁字母约半个多 */
const size = 14;

export interface Spot {
  concept: Concept;
  x: number;
  y: number;
  wide: number;
  /** 连到本章里先要懂的概念 */
  needs: string;
  contrasts: string;
}

export interface Band {
  place: Place;
  y: number;
  spots: Spot[];
}

const wideOf = (text: string) =>
  Math.ceil(
    [...text].reduce(
      (sum, letter) => sum + (/[\u2e80-\uffef]/u.test(letter) ? size : size * 0.58),
      0,
    ),
  );

/** 同一节里的先备排在前面。 */
function sorted(concepts: readonly Concept[]): Concept[] {
  const depth = (concept: Concept): number =>
    Math.max(
      0,
      ...concept.needs.filter((need) => concepts.includes(need)).map((n) => 1 + depth(n)),
    );
  return concepts.toSorted((a, b) => depth(a) - depth(b));
}

function curve(from: Spot, to: Spot): string {
  const [x1, x2] = [from, to].map(({ x, wide }) => Math.round(x + wide / 2)) as [number, number];
  if (from.y === to.y) {
    const y = from.y + 6;
    // 隔得远的弧深一点，几条弧才分得开；不碰到下面一行字
    const deep = Math.round(Math.min(30, 12 + Math.abs(x2 - x1) / 22));
    return `M${x1} ${y}Q${Math.round((x1 + x2) / 2)} ${y + deep} ${x2} ${y}`;
  }
  const [y1, y2] = from.y < to.y ? [from.y + 6, to.y - 15] : [from.y - 15, to.y + 6];
  const bend = Math.round((y2 - y1) / 2);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}

export function drawChapter(
  places: readonly Place[],
  concepts: readonly Concept[],
): { bands: Band[]; height: number } {
  let top = 0;
  const bands = places.map((place): Band => {
    const y = top;
    let x = 0;
    let row = y + head + line - 8;
    const spots = sorted(concepts.filter(({ taught }) => taught === place)).map((concept): Spot => {
      const wide = wideOf(concept.zh);
      if (x > 0 && x + wide > width) {
        x = 0;
        row += line;
      }
      const spot = { concept, x, y: row, wide, needs: '', contrasts: '' };
      x += wide + gap;
      return spot;
    });
    top = spots.length > 0 ? row + 26 : y + head;
    return { place, y, spots };
  });
  const all = bands.flatMap(({ spots }) => spots);
  const spotOf = new Map(all.map((spot) => [spot.concept, spot]));
  const drawn = new Set<Concept>();
  for (const spot of all) {
    const toward = (others: readonly Concept[]) =>
      others
        .flatMap((other) => spotOf.get(other) ?? [])
        .map((other) => curve(other, spot))
        .join('');
    spot.needs = toward(spot.concept.needs);
    // 对照是两边的事，只画一次
    spot.contrasts = toward(spot.concept.contrasts.filter((other) => drawn.has(other)));
    drawn.add(spot.concept);
  }
  return { bands, height: top };
}
