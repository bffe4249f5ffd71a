export interface WidgetLink {
  id: string;
  version: number;
  /** 实验参数 → 固定的值，或生成器里某个数的名字 */
  values: Readonly<Record<string, number | boolean | string>>;
}

/** 带参数的实验网址；写法同 widget-kit/link-state，题库检验会用它读回来核对。 */
export function widgetPath(
  { id, version, values }: WidgetLink,
  numbers: Readonly<Record<string, number | string>> = {},
): string {
  const query = new URLSearchParams({ v: String(version) });
  for (const [name, value] of Object.entries(values)) {
    const actual = typeof value === 'string' ? (numbers[value] ?? value) : value;
    query.set(name, typeof actual === 'boolean' ? (actual ? '1' : '0') : String(actual));
  }
  return `/widgets/${id}/?${query}`;
}
