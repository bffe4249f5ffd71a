/**
 * 留在这台设备上的一份记录怎么读、怎么存：读不懂的原文收到一边，存不下时眼前的照旧，
 * 两个标签页同时改就合并，合不了就停下来问。这里只管规矩，不管画面；画面见 `kept.svelte.ts`。
 */
import { PREFIX } from './storage.ts';

export interface KeptRules<T> {
  key: string;
  /** 什么也没存过时的样子 */
  empty: T;
  /** 存储里什么都可能有：认得的留下；认不得的在 `lost` 里说一句，没有就是空串。 */
  restore: (stored: unknown) => { value: T; lost: string };
  /** 另一个标签页也改过：从共同的 `base` 出发合到一起。没有它，或者合不了（null），就问读者留哪一份。 */
  merge?: (mine: T, theirs: T, base: T) => T | null;
}

/** 收在一边的原文；`slot` 是它的键，还占着原来的位置时是 null。 */
export interface Aside {
  slot: string | null;
  text: string;
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** 一份记录坏上几回也就收几份；再多就是别处有毛病了 */
const mostAsides = 9;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isFull = (error: unknown) =>
  error instanceof Error && /quota|exceeded/i.test(`${error.name} ${error.message}`);

export class KeptRecord<T> {
  readonly rules: KeptRules<T>;
  value: T;
  /** 眼前的这一份没能存下：没地方了，或者浏览器不让存 */
  trouble: '' | 'full' | 'denied' = '';
  /** 读不懂、原样收着的 */
  asides: Aside[] = [];
  /** 为什么读不懂；从前收着的不记得了，是空串 */
  lost = '';
  /** 另一个标签页也改了，合不到一起：读者选好之前不存 */
  clash = false;
  /** 另一个标签页改的已经合进来了 */
  joined = false;

  #place: () => Place;
  #name: string;
  /** 上次读到或写下的原文，和它读出来的样子 */
  #seen: string | null = null;
  #base: T;
  #unsaved = false;

  constructor(rules: KeptRules<T>, place: () => Place) {
    this.rules = rules;
    this.value = rules.empty;
    this.#base = rules.empty;
    this.#place = place;
    this.#name = PREFIX + rules.key;
  }

  open(): void {
    const stored = this.#stored();
    if (stored === undefined) return;
    this.asides = this.#slots().flatMap((slot) => {
      const text = this.#place().getItem(slot);
      return text === null ? [] : [{ slot, text }];
    });
    this.value = this.#take(stored);
  }

  set(value: T): void {
    this.value = value;
    this.#unsaved = true;
  }

  save(): void {
    if (!this.#unsaved || this.clash || this.asides.some(({ slot }) => slot === null)) return;
    const stored = this.#stored();
    if (stored === undefined) return;
    // 别的标签页把存的清掉了不算改：没有什么会被盖住
    if (stored !== null && stored !== this.#seen && !this.#meet(stored)) return;
    if (stored === null && same(this.value, this.rules.empty)) {
      this.#unsaved = false;
      return;
    }
    const text = JSON.stringify(this.value);
    try {
      this.#place().setItem(this.#name, text);
      this.#seen = text;
      this.#base = this.value;
      this.#unsaved = false;
      this.trouble = '';
    } catch (error) {
      this.trouble = isFull(error) ? 'full' : 'denied';
    }
  }

  /** 可能有别的标签页改过：没有自己的改动就跟着它，有就合并或停下来问。 */
  look(): void {
    const stored = this.#stored();
    if (stored === undefined || stored === null || stored === this.#seen || this.clash) return;
    if (this.#unsaved) {
      this.save();
      return;
    }
    this.value = this.#take(stored);
    this.joined = true;
  }

  /** 撞上了，读者选了留哪一份。 */
  choose(which: 'mine' | 'theirs'): void {
    if (!this.clash) return;
    this.clash = false;
    if (which === 'theirs') {
      this.value = this.#base;
      this.#unsaved = false;
      return;
    }
    this.#seen = this.#stored() ?? null;
    this.save();
  }

  /** 收着的不要了。 */
  discard(): void {
    for (const { slot } of this.asides) if (slot !== null) this.#place().removeItem(slot);
    this.asides = [];
    this.lost = '';
    this.save();
  }

  /** 存着的原文；没有是 null，不让读是 undefined。 */
  #stored(): string | null | undefined {
    try {
      return this.#place().getItem(this.#name);
    } catch {
      this.trouble = 'denied';
      return undefined;
    }
  }

  #slots(): string[] {
    return Array.from({ length: mostAsides }, (_, i) => `${this.#name}:aside-${i + 1}`);
  }

  /** 读一份原文；读不懂的、读不全的收到一边。 */
  #take(text: string | null): T {
    let restored = { value: this.rules.empty, lost: '' };
    if (text !== null) {
      try {
        restored = this.rules.restore(JSON.parse(text));
      } catch {
        restored.lost = '写到一半断了，或者改坏了';
      }
    }
    this.#seen = text;
    this.#base = restored.value;
    if (text !== null && restored.lost !== '') this.#setAside(text, restored.lost);
    return restored.value;
  }

  #setAside(text: string, lost: string): void {
    this.lost = lost;
    if (this.asides.some((aside) => aside.text === text)) return;
    const slot = this.#slots().find((one) => !this.asides.some((aside) => aside.slot === one));
    if (slot === undefined) {
      this.asides = [...this.asides, { slot: null, text }];
      return;
    }
    const place = this.#place();
    try {
      place.setItem(slot, text);
      this.asides = [...this.asides, { slot, text }];
      return;
    } catch {
      // 没有地方放两份：挪过去，不是抄过去
    }
    try {
      place.removeItem(this.#name);
      place.setItem(slot, text);
      this.#seen = null;
      this.asides = [...this.asides, { slot, text }];
    } catch (error) {
      this.trouble = isFull(error) ? 'full' : 'denied';
      this.asides = [...this.asides, { slot: null, text }];
      this.#putBack(text);
    }
  }

  #putBack(text: string): void {
    try {
      this.#place().setItem(this.#name, text);
    } catch {
      // 原文还在手里，画面上会请读者存成文件
    }
  }

  /** 自己改过，存着的也变了：合得到一起就合，返回能不能接着存。 */
  #meet(stored: string): boolean {
    const [mine, base] = [this.value, this.#base];
    const theirs = this.#take(stored);
    if (same(mine, theirs)) return true;
    const merged = this.rules.merge?.(mine, theirs, base) ?? null;
    if (merged === null) {
      this.clash = true;
      return false;
    }
    this.value = merged;
    this.joined = true;
    return true;
  }
}
