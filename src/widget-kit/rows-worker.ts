/** 读列表的那条线程。 */
import '../lib/older-arrays.ts';
import { answer } from '../lib/off-thread.ts';
import type { ListParam } from './model.ts';
import { readRows } from './read-rows.ts';

export interface RowsTask {
  text: string;
  param: ListParam;
}

answer(({ text, param }: RowsTask, progress) => readRows(text, param, progress));
