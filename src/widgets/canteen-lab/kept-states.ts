/** 留在这台设备上的：敲进读入框的字，报告上填的几格。 */
import type { KeptRules } from '../../lib/kept-record.ts';

export interface KeptText {
  text: string;
  /** 换文件时收起来的 */
  shelf: string;
}

export interface KeptReport {
  date: string;
  place: string;
  who: string;
  note: string;
  mode: 'tap' | 'table';
}

/** 几格文字的一份记录：没有的格是空的，写着别的东西的格说出来。 */
function texts<const Name extends string>(
  stored: unknown,
  names: readonly Name[],
): { value: Record<Name, string>; lost: string } {
  const whole = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
  const record = (whole ? stored : {}) as Record<string, unknown>;
  const odd = names.filter(
    (name) => record[name] !== undefined && typeof record[name] !== 'string',
  );
  return {
    value: Object.fromEntries(
      names.map((name) => [name, typeof record[name] === 'string' ? record[name] : '']),
    ) as Record<Name, string>,
    lost: !whole ? '不是这里存的样子' : odd.length > 0 ? `有 ${odd.length} 格不是文字` : '',
  };
}

export const keptText: KeptRules<KeptText> = {
  key: 'canteen-lab-text',
  empty: { text: '', shelf: '' },
  restore: (stored) => texts(stored, ['text', 'shelf']),
};

export const keptReport: KeptRules<KeptReport> = {
  key: 'canteen-lab-report',
  empty: { date: '', place: '', who: '', note: '', mode: 'tap' },
  restore(stored) {
    const { value, lost } = texts(stored, ['date', 'place', 'who', 'note', 'mode']);
    return { value: { ...value, mode: value.mode === 'table' ? 'table' : 'tap' }, lost };
  },
};
