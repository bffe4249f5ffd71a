/**
 * 这一页是不是印在纸上的，印给谁：`/print/<章>/` 给学生，`/print/<章>/teacher/` 给教师；
 * 教案 `/teach/` 多半也要打印，照教师的办。
 */
import { sitePath } from '../lib/url.ts';

export function paperFor({ pathname }: URL): 'student' | 'teacher' | null {
  const [, room, , reader] = sitePath(pathname).split('/');
  if (room === 'teach') return 'teacher';
  if (room !== 'print') return null;
  return reader === 'teacher' ? 'teacher' : 'student';
}
