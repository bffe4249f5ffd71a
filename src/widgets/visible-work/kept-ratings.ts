/** 收上来的代码留在这台设备上：两个标签页都接了新的，各接各的都留着。 */
import type { KeptRules } from '../../lib/kept-record.ts';

export const keptRatings: KeptRules<string> = {
  key: 'visible-work-ratings',
  empty: '',
  restore: (stored) =>
    typeof stored === 'string'
      ? { value: stored, lost: '' }
      : { value: '', lost: '不是收上来的代码' },
  /** 都是在同一份后面接的，两边接的都留；有一边改了前面的，合起来会重复算人，交给读者定。 */
  merge(mine, theirs, base) {
    if (!mine.startsWith(base) || !theirs.startsWith(base)) return null;
    return `${theirs.replace(/\s+$/, '')}\n${mine.slice(base.length).replace(/^\s+/, '')}`;
  },
};
