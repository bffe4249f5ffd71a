import { describe, expect, test } from 'vitest';
import { KeptRecord, type KeptRules } from '../../src/lib/kept-record.ts';

/** 一处存储；`room` 是放得下多少字，`broken` 是干脆不让用。 */
class Shelf {
  held = new Map<string, string>();
  room = Infinity;
  broken = false;
  getItem(key: string): string | null {
    if (this.broken) throw new DOMException('denied', 'SecurityError');
    return this.held.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    if (this.broken) throw new DOMException('denied', 'SecurityError');
    const others = [...this.held].reduce(
      (sum, [name, one]) => sum + (name === key ? 0 : one.length),
      0,
    );
    if (others + text.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.held.set(key, text);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
}

const rules: KeptRules<readonly number[]> = {
  key: 'list',
  empty: [],
  restore(stored) {
    if (!Array.isArray(stored)) return { value: [], lost: '不是一列数' };
    const value = (stored as unknown[]).filter((one) => typeof one === 'number');
    const odd = stored.length - value.length;
    return { value, lost: odd === 0 ? '' : `有 ${odd} 个读不懂` };
  },
};
const merging: KeptRules<readonly number[]> = {
  ...rules,
  merge: (mine, theirs, base) =>
    mine.length < base.length ? null : [...theirs, ...mine.slice(base.length)],
};
const key = 'som:list';

function opened(shelf: Shelf, with_: KeptRules<readonly number[]> = rules) {
  const record = new KeptRecord(with_, () => shelf);
  record.open();
  return record;
}
function write(record: KeptRecord<readonly number[]>, value: readonly number[]) {
  record.set(value);
  record.save();
}

test('what is set is stored, and read back the next time', () => {
  const shelf = new Shelf();
  write(opened(shelf), [1, 2]);
  expect(opened(shelf).value).toEqual([1, 2]);
  expect(opened(shelf)).toMatchObject({ asides: [], trouble: '', clash: false });
});

test('nothing is written where there is nothing to keep', () => {
  const shelf = new Shelf();
  write(opened(shelf), []);
  expect(shelf.held.size).toBe(0);
});

describe('what cannot be read back', () => {
  test.each([
    ['half a record', '[1,2', [], '写到一半断了，或者改坏了'],
    ['another shape', '{"a":1}', [], '不是一列数'],
    ['a record with a bad part', '[1,"x",2]', [1, 2], '有 1 个读不懂'],
  ])(
    '%s is kept aside, said, and not overwritten by the next change',
    (_name, text, value, why) => {
      const shelf = new Shelf();
      shelf.setItem(key, text);
      const record = opened(shelf);
      expect(record.value).toEqual(value);
      expect(record.lost).toBe(why);
      write(record, [7]);
      expect(shelf.getItem(key)).toBe('[7]');
      expect(record.asides.map((aside) => aside.text)).toEqual([text]);
      // 下次打开还在，直到读者说不要了
      const later = opened(shelf);
      expect(later.asides.map((aside) => aside.text)).toEqual([text]);
      later.discard();
      expect([...shelf.held.keys()]).toEqual([key]);
    },
  );

  test('the same broken text is kept once, another one beside it', () => {
    const shelf = new Shelf();
    for (const text of ['[1', '[1', '[2']) {
      shelf.setItem(key, text);
      opened(shelf);
    }
    expect(opened(shelf).asides.map((aside) => aside.text)).toEqual(['[1', '[2']);
  });

  test('is moved where there is no room for two', () => {
    const shelf = new Shelf();
    shelf.setItem(key, '[1,2,3');
    shelf.room = 8;
    const record = opened(shelf);
    expect(record.asides).toEqual([{ slot: `${key}:aside-1`, text: '[1,2,3' }]);
    expect(shelf.getItem(key)).toBeNull();
  });

  test('stays in its place, and nothing is written over it, where it cannot even be moved', () => {
    const shelf = new Shelf();
    shelf.setItem(key, '[1,2,3');
    shelf.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const kept = shelf.getItem(key);
    shelf.removeItem = () => undefined;
    const record = opened(shelf);
    write(record, [9]);
    expect(record.value).toEqual([9]);
    expect(record.asides).toEqual([{ slot: null, text: '[1,2,3' }]);
    expect(shelf.getItem(key)).toBe(kept);
  });
});

describe('where nothing can be stored', () => {
  test('what is on the screen stays, and it is said whether there is no room or no leave', () => {
    const shelf = new Shelf();
    const record = opened(shelf);
    shelf.room = 1;
    write(record, [1, 2, 3]);
    expect(record).toMatchObject({ value: [1, 2, 3], trouble: 'full' });
    shelf.room = Infinity;
    write(record, [1, 2, 3, 4]);
    expect(record).toMatchObject({ trouble: '' });
    expect(shelf.getItem(key)).toBe('[1,2,3,4]');

    shelf.broken = true;
    const denied = opened(shelf);
    write(denied, [5]);
    expect(denied).toMatchObject({ value: [5], trouble: 'denied' });
  });
});

describe('two tabs', () => {
  test('one that has changed nothing follows the other', () => {
    const shelf = new Shelf();
    const [mine, theirs] = [opened(shelf), opened(shelf)];
    write(theirs, [1]);
    mine.look();
    expect(mine).toMatchObject({ value: [1], joined: true, clash: false });
  });

  test('changes made in both are merged where that can be done', () => {
    const shelf = new Shelf();
    const [mine, theirs] = [opened(shelf, merging), opened(shelf, merging)];
    write(theirs, [1]);
    // 没有听到那一页的动静就写了
    write(mine, [2]);
    expect(mine).toMatchObject({ value: [1, 2], joined: true });
    theirs.look();
    expect(theirs.value).toEqual([1, 2]);
    expect(shelf.getItem(key)).toBe('[1,2]');
  });

  test('and where it cannot, nothing is overwritten until the reader has chosen', () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const shelf = new Shelf();
      const [mine, theirs] = [opened(shelf), opened(shelf)];
      write(theirs, [1]);
      write(mine, [2]);
      expect(mine).toMatchObject({ value: [2], clash: true });
      expect(shelf.getItem(key)).toBe('[1]');
      write(mine, [2, 3]);
      expect(shelf.getItem(key)).toBe('[1]');
      mine.choose(choice);
      expect(mine.clash).toBe(false);
      expect(mine.value).toEqual(choice === 'mine' ? [2, 3] : [1]);
      expect(shelf.getItem(key)).toBe(choice === 'mine' ? '[2,3]' : '[1]');
      write(mine, [...mine.value, 8]);
      expect(shelf.getItem(key)).toBe(choice === 'mine' ? '[2,3,8]' : '[1,8]');
    }
  });

  test('a merge that would count twice is left to the reader', () => {
    const shelf = new Shelf();
    shelf.setItem(key, '[1,2]');
    const [mine, theirs] = [opened(shelf, merging), opened(shelf, merging)];
    write(theirs, [1, 2, 3]);
    write(mine, [1]);
    expect(mine.clash).toBe(true);
  });

  test('storage cleared elsewhere takes nothing from the screen', () => {
    const shelf = new Shelf();
    const record = opened(shelf);
    write(record, [1]);
    shelf.held.clear();
    record.look();
    expect(record.value).toEqual([1]);
    write(record, [1, 2]);
    expect(shelf.getItem(key)).toBe('[1,2]');
  });
});
