import { href } from '../../lib/url.ts';
export function open(): void {
  location.href = href('/search/');
}
