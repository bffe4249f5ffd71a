/** 一晚的订房请求，一个一个来；同一个晚上、同一种次序，总是同一批客人。 */
import { createRandom } from '../../calc/core/random.ts';

export interface Evening {
  capacity: number;
  meanHigh: number;
  sdHigh: number;
  meanLow: number;
  sdLow: number;
  order: 'low-first' | 'high-first' | 'mixed';
  /** 哪一晚：随机数的种子 */
  night: number;
}

export type Fare = 'high' | 'low';

/** 按到达次序的请求。两种需求与次序各用各的随机数，改一样不打乱别的。 */
export function requestsOf({ meanHigh, sdHigh, meanLow, sdLow, order, night }: Evening): Fare[] {
  const whole = (seed: number, mean: number, sd: number) =>
    Math.max(0, Math.floor(createRandom(seed).normal(mean, sd) + 0.5));
  const high = Array<Fare>(whole(3 * night, meanHigh, sdHigh)).fill('high');
  const low = Array<Fare>(whole(3 * night + 1, meanLow, sdLow)).fill('low');
  if (order === 'low-first') return [...low, ...high];
  if (order === 'high-first') return [...high, ...low];
  return createRandom(3 * night + 2).shuffle([...high, ...low]);
}

/** 卖到某一刻的账。 */
export interface Book {
  /** 已经答复了几位 */
  seen: number;
  high: number;
  low: number;
  /** 拒掉的：房满了走的全价客，与婉拒或没房的折扣客 */
  lostHigh: number;
  lostLow: number;
}
export const empty: Book = { seen: 0, high: 0, low: 0, lostHigh: 0, lostLow: 0 };

/** 答复一位：全价客有房就接；折扣客有房，而且 `accept` 说接才接。 */
export function answer(book: Book, fare: Fare, capacity: number, accept: boolean): Book {
  const room = book.high + book.low < capacity;
  const seen = book.seen + 1;
  if (fare === 'high')
    return room
      ? { ...book, seen, high: book.high + 1 }
      : { ...book, seen, lostHigh: book.lostHigh + 1 };
  return room && accept
    ? { ...book, seen, low: book.low + 1 }
    : { ...book, seen, lostLow: book.lostLow + 1 };
}

export interface Rule {
  protection: number;
  release: boolean;
}

/** 照规则接不接下一位折扣客：剩下的房比此刻还留着的多才接。 */
export function accepts(
  { high, low }: Pick<Book, 'high' | 'low'>,
  capacity: number,
  { protection, release }: Rule,
): boolean {
  return capacity - high - low > Math.max(0, protection - (release ? high : 0));
}

/** 照规则卖一晚，每答复一位记一笔；第 k 本是答复了 k 位时的账。 */
export function sell(requests: readonly Fare[], capacity: number, rule: Rule): Book[] {
  const books = [empty];
  for (const fare of requests) {
    const book = books.at(-1) as Book;
    books.push(answer(book, fare, capacity, accepts(book, capacity, rule)));
  }
  return books;
}

/** 亲手卖到第一位要自己拿主意的折扣客：全价客与没房时不必问。 */
export function untilAsked(from: Book, requests: readonly Fare[], capacity: number): Book {
  let book = from;
  while (book.seen < requests.length) {
    const fare = requests[book.seen] as Fare;
    if (fare === 'low' && book.high + book.low < capacity) break;
    book = answer(book, fare, capacity, false);
  }
  return book;
}

/** 事后诸葛：早知道谁会来，先把全价客都住下。 */
export function hindsight(
  requests: readonly Fare[],
  capacity: number,
): { high: number; low: number } {
  const wanted = requests.filter((fare) => fare === 'high').length;
  const high = Math.min(wanted, capacity);
  return { high, low: Math.min(requests.length - wanted, capacity - high) };
}
