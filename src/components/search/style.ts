import { adopt } from '../../lib/adopt-style.ts';
import css from './search.css?inline';

let adopted = false;

export function adoptStyle(): void {
  if (adopted) return;
  adopted = true;
  adopt(css, () => import('./search.css?url'));
}
