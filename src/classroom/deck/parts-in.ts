/** 从实验视图的源文里认出它有哪几幅画面：编号写在 `<WidgetFrame parts={[…]}>` 里，不跑代码也读得到。 */
export function partsIn(view: string): string[] {
  const frame = view.slice(view.indexOf('<WidgetFrame'));
  const from = frame.indexOf('parts={[');
  if (!view.includes('<WidgetFrame') || from < 0) return [];
  const declared = frame.slice(from, frame.indexOf(']}\n', from));
  return [...declared.matchAll(/\bid: '([\w-]+)'/g)].map(([, id = '']) => id);
}
