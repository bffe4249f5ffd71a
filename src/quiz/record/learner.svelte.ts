import { asideOf, dropAside, setAside } from '../../lib/set-aside.ts';
import { onOtherTab, readText, remove, write } from '../../lib/storage.ts';
import { removed, rewritten, type Note } from './notes.ts';
import {
  countAttempts,
  emptyRecord,
  keptNotes,
  merge,
  noteOf,
  withAttempt,
  type Given,
  type LearnerRecord,
} from './record.ts';
import { fromFile, LONGEST_ANSWER, readText as readRecordText, toFile } from './read-record.ts';

const KEY = 'quiz';

/**
 * saved 存好了 · unsaved 存不进浏览器 · newer 存着更新版本的记录，不去覆盖它
 * · unread 存着的读不懂，又没有地方另存，也不去覆盖它
 */
type SaveState = 'saved' | 'unsaved' | 'newer' | 'unread';

/** 没有人用过的编号：六十四位随机数。 */
const fresh = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) =>
    part.toString(36).padStart(7, '0'),
  ).join('');

/** 这个浏览器里的学习记录。一页里的各个题块共用一份；存储坏了，屏幕上的照常。 */
class Learner {
  record: LearnerRecord = $state.raw(emptyRecord);
  save: SaveState = $state('saved');
  /** 读不懂而另存着的原文 */
  aside: readonly string[] = $state.raw([]);
  #open = false;

  /** 浏览器里第一次用到时调用；服务端渲染时不碰存储。 */
  open(): void {
    if (this.#open) return;
    this.#open = true;
    this.#take();
    onOtherTab(KEY, () => this.#reread());
    // 后退回来的页面是冻住的那一份，冻着的时候收不到别的标签页的消息
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#reread();
    });
  }

  #reread(): void {
    // 别的标签页清空了记录：这一页的也清空，正在做的题不动；存不进去的还留在屏幕上
    if (readText(KEY) === null && this.save === 'saved') this.record = emptyRecord;
    else this.#take();
  }

  /** 并入存着的；读不懂的原文先另存，才准再写。 */
  #take(): void {
    const text = readText(KEY);
    this.aside = asideOf(KEY);
    if (this.save === 'newer' || this.save === 'unread') this.save = 'saved';
    if (text === null) return;
    const reading = readRecordText(text);
    if (reading.ok) this.record = merge(this.record, reading.record);
    if (reading.ok ? reading.skipped === 0 : reading.newer) {
      if (!reading.ok) this.save = 'newer';
      return;
    }
    if (!setAside(KEY, text)) this.save = 'unread';
    this.aside = asideOf(KEY);
  }

  /** 记一次作答；没有全对的，连同答了什么，错题本里看得到。 */
  add(
    question: { id: string; hash: string },
    earned: number,
    hinted: boolean,
    given?: Given,
  ): void {
    const short = given && JSON.stringify(given.answer).length <= LONGEST_ANSWER;
    this.record = withAttempt(this.record, question, {
      at: Date.now(),
      earned,
      hinted,
      ...(short && earned < 1 ? { given } : {}),
    });
    this.#store();
  }

  /** 记一条书签、划线或笔记；返回它的编号。 */
  addNote(note: Pick<Note, 'section' | 'kind' | 'quote'>, text = ''): string {
    const id = fresh();
    this.#putNote(id, { ...note, made: Date.now(), heads: { [fresh()]: text }, dead: [] });
    return id;
  }

  rewriteNote(id: string, text: string): void {
    const note = noteOf(this.record, id);
    if (note) this.#putNote(id, rewritten(note, fresh(), text));
  }

  removeNote(id: string): void {
    const note = noteOf(this.record, id);
    if (note) this.#putNote(id, removed(note));
  }

  #putNote(id: string, note: Note): void {
    this.record = merge(this.record, { ...emptyRecord, notes: { [id]: note } });
    this.#store();
  }

  #store(): void {
    // 先并入别的标签页刚写的，再写回去，两页就不会互相覆盖。
    this.#take();
    if (this.save === 'newer' || this.save === 'unread') return;
    this.save = write(KEY, this.record) ? 'saved' : 'unsaved';
  }

  /** 导出文件的内容。 */
  toFile(): string {
    return toFile(this.record);
  }

  /** 合入导出的文件；返回给读者看的话。 */
  import(text: string): { ok: boolean; message: string } {
    const reading = fromFile(text);
    if (!reading.ok) return { ok: false, message: reading.reason };
    const count = () => ({
      attempts: countAttempts(this.record),
      notes: keptNotes(this.record).length,
      all: JSON.stringify(this.record.notes),
    });
    if (countAttempts(reading.record) === 0 && Object.keys(reading.record.notes).length === 0)
      return { ok: true, message: '文件里一次作答也没有，笔记也没有，没有新增。' };
    const before = count();
    this.record = merge(this.record, reading.record);
    this.#store();
    const after = count();
    const added = [
      [after.attempts - before.attempts, '次作答'],
      [after.notes - before.notes, '条书签、划线与笔记'],
    ] as const;
    const words = added.flatMap(([more, what]) => (more > 0 ? [`${more} ${what}`] : []));
    return {
      ok: true,
      message:
        words.length > 0
          ? `合入了 ${words.join('、')}。`
          : after.all !== before.all
            ? '笔记照文件里的并好了，没有新增。'
            : '文件里的这里都已经有了，没有新增。',
    };
  }

  clear(): boolean {
    this.record = emptyRecord;
    this.save = remove(KEY) ? 'saved' : 'unsaved';
    return this.save === 'saved';
  }

  dropAside(): void {
    dropAside(KEY);
    this.aside = [];
  }
}

export const learner = new Learner();
