/** 点云：八个变量的全部 255 种选法，各自的 R² 与新城市误差。算得慢，摊到几帧里去。 */
import { libraryOf, tryModel } from './model.ts';
import type { BusinessId } from './library.ts';

export interface Attempt {
  chosen: number[];
  r2: number;
  freshError: number;
}

const masks = Array.from({ length: 255 }, (_, i) => i + 1);
const eight = [0, 1, 2, 3, 4, 5, 6, 7];

function attempt(business: BusinessId, draw: number, mask: number): Attempt {
  const chosen = eight.filter((j) => (mask >> j) & 1);
  return { chosen, ...tryModel(libraryOf(business, draw), chosen) };
}

export function allAttempts(business: BusinessId, draw: number): Attempt[] {
  return masks.map((mask) => attempt(business, draw, mask));
}

export class Cloud {
  attempts: Attempt[] = $state.raw([]);
  #known = new Map<string, Attempt[]>();

  constructor(first: Attempt[]) {
    this.attempts = first;
  }

  /** 返回的函数用来作废没算完的这一轮。 */
  start(business: BusinessId, draw: number): () => void {
    const key = `${business} ${draw}`;
    const known = this.#known.get(key);
    if (known) {
      this.attempts = known;
      return () => {};
    }
    const found: Attempt[] = [];
    let frame = 0;
    const next = () => {
      const until = performance.now() + 5;
      while (found.length < masks.length && performance.now() < until)
        found.push(attempt(business, draw, masks[found.length] as number));
      if (found.length < masks.length) {
        frame = requestAnimationFrame(next);
        return;
      }
      this.#known.set(key, found);
      this.attempts = found;
    };
    // 拖着换批时不算，停手再算
    const timer = setTimeout(next, 120);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }
}
