/** 题型各成一块，卷子里有哪几种就取哪几种。只在浏览器里用；构建时用 all-views.ts。 */
import type { Component } from 'svelte';
import { loadPart } from '../lib/load-part.ts';
import type { Question, QuestionType, ViewProps } from './question.ts';
import { isLoaded, register, registerView } from './type-registry.ts';

const modules = import.meta.glob<QuestionType & { View: Component<ViewProps> }>(
  './types/*/type.ts',
);

/** 取不到就抛错；已经取到的不再取。 */
export async function loadTypes(questions: Iterable<Pick<Question, 'type'>>): Promise<void> {
  const wanted = new Set([...questions].filter((each) => !isLoaded(each)).map(({ type }) => type));
  await Promise.all(
    [...wanted].map(async (name) => {
      const module = modules[`./types/${name}/type.ts`];
      if (!module) throw new Error(`src/quiz/types/${name}/ 缺 type.ts：照别的题型写一个`);
      const loaded = await loadPart(module);
      if (!loaded.ok) throw new Error(loaded.message);
      const { View, ...type } = loaded.part;
      register(name, type);
      registerView(name, View);
    }),
  );
}
