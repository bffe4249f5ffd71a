import type { Component } from 'svelte';
import type { Question, ViewProps } from './question.ts';

const views = import.meta.glob<{ default: Component<ViewProps> }>('./types/*/View.svelte', {
  eager: true,
});

export function viewOf({ type }: Pick<Question, 'type'>): Component<ViewProps> {
  const view = views[`./types/${type}/View.svelte`];
  if (!view) throw new Error(`src/quiz/types/${type}/ 缺 View.svelte：照别的题型写一个`);
  return view.default;
}
