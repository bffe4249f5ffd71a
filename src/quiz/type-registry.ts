/** 取到了的题型。构建时全部登记；浏览器里用到哪一种，取来哪一种。 */
import type { Component } from 'svelte';
import type { Question, QuestionType, ViewProps } from './question.ts';

const types = new Map<string, QuestionType>();
const views = new Map<string, Component<ViewProps>>();

export function register(name: string, type: QuestionType): void {
  types.set(name, type);
}

export function registerView(name: string, view: Component<ViewProps>): void {
  views.set(name, view);
}

export function typeOf({ type }: Pick<Question, 'type'>): QuestionType {
  const found = types.get(type);
  if (!found) throw new Error(`没有题型 ${type}；可以写 ${[...types.keys()].join('、')}`);
  return found;
}

export function viewOf({ type }: Pick<Question, 'type'>): Component<ViewProps> {
  const view = views.get(type);
  if (!view) throw new Error(`题型 ${type} 的界面还没有取来：先 loadTypes`);
  return view;
}

/** 评分和界面都取到了，可以作答。 */
export function isLoaded({ type }: Pick<Question, 'type'>): boolean {
  return types.has(type) && views.has(type);
}
