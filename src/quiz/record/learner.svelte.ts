import { onOtherTab, read, remove, write } from '../../lib/storage.ts';
import { countAttempts, emptyRecord, merge, withAttempt, type LearnerRecord } from './record.ts';
import { fromFile, readRecord, toFile } from './read-record.ts';

const KEY = 'quiz';

/** saved 存好了 · unsaved 存不进浏览器 · newer 存着更新版本的记录，不去覆盖它 */
type SaveState = 'saved' | 'unsaved' | 'newer';

/** 这个浏览器里的学习记录。一页里的各个题块共用一份；存储坏了，屏幕上的照常。 */
class Learner {
  record: LearnerRecord = $state.raw(emptyRecord);
  save: SaveState = $state('saved');
  #open = false;

  /** 浏览器里第一次用到时调用；服务端渲染时不碰存储。 */
  open(): void {
    if (this.#open) return;
    this.#open = true;
    this.#take(read(KEY));
    onOtherTab(KEY, (value) => {
      // 另一页清空了记录：这一页的也清空，但正在做的题不动。
      if (value === null) this.record = emptyRecord;
      else this.#take(value);
    });
  }

  #take(value: unknown): void {
    if (value === null) return;
    const reading = readRecord(value);
    if (reading.ok) this.record = merge(this.record, reading.record);
    else if (Number((value as { version?: unknown }).version) > 1) this.save = 'newer';
  }

  add(question: { id: string; hash: string }, earned: number, hinted: boolean): void {
    this.record = withAttempt(this.record, question, { at: Date.now(), earned, hinted });
    this.#store();
  }

  #store(): void {
    // 先并入别的标签页刚写的，再写回去，两页就不会互相覆盖。
    this.#take(read(KEY));
    if (this.save === 'newer') return;
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
}

export const learner = new Learner();
