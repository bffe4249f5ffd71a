/** 读同学归类的那条线程：一个班的文件一次读完，各文件的次序不变。 */
import '../../lib/older-arrays.ts';
import { answer } from '../../lib/off-thread.ts';
import { readCodes, type CodesReading } from './read-codes.ts';
import type { Industry } from './stories.ts';

export interface CodesTask {
  industry: Industry;
  files: readonly { name: string; text: string }[];
}

answer(({ industry, files }: CodesTask, progress): CodesReading => {
  const all: CodesReading = { coders: [], problems: [], unlisted: 0, notes: [] };
  files.forEach(({ name, text }, i) => {
    const { coders, problems, unlisted, notes } = readCodes(text, { industry, file: name });
    all.coders.push(...coders);
    all.problems.push(...problems);
    all.unlisted += unlisted;
    all.notes.push(...notes);
    progress((i + 1) / files.length);
  });
  return all;
});
