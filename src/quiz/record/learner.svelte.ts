import { asideOf, dropAside, setAside } from '../../lib/set-aside.ts';
import { onOtherTab, readText, remove, write } from '../../lib/storage.ts';
import { countAttempts, emptyRecord, merge, withAttempt, type LearnerRecord } from './record.ts';
import { fromFile, readText as readRecordText, toFile } from './read-record.ts';

const KEY = 'quiz';

/**
 * saved 存好了 · unsaved 存不进浏览器 · newer 存着更新版本的记录，不去覆盖它
 * · unread 存着的读不懂，又没有地方另存，也不去覆盖它
 */
type SaveState = 'saved' | 'unsaved' | 'newer' | 'unread';

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

  add(question: { id: string; hash: string }, earned: number, hinted: boolean): void {
    this.record = withAttempt(this.record, question, { at: Date.now(), earned, hinted });
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
    if (countAttempts(reading.record) === 0)
      return { ok: true, message: '文件里一次作答也没有，没有新增。' };
    const before = countAttempts(this.record);
    this.record = merge(this.record, reading.record);
    this.#store();
    const added = countAttempts(this.record) - before;
    return {
      ok: true,
      message: added > 0 ? `合入了 ${added} 次作答。` : '文件里的作答这里都已经有了，没有新增。',
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
