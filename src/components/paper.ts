/** 这一页是不是整章的打印版，印给谁：`/print/<章>/` 给学生，`/print/<章>/teacher/` 给教师。 */
import { sitePath } from '../lib/url.ts';

export function paperFor({ pathname }: URL): 'student' | 'teacher' | null {
  const [, room, , reader] = sitePath(pathname).split('/');
  if (room !== 'print') return null;
  return reader === 'teacher' ? 'teacher' : 'student';
}
