/** 全部题型的界面，构建时画题面用；浏览器里不要引它，会把没用到的题型都带下来。 */
import type { Component } from 'svelte';
import type { ViewProps } from './question.ts';
import { nameOf } from './question-types.ts';
import { registerView } from './type-registry.ts';

const views = import.meta.glob<{ default: Component<ViewProps> }>('./types/*/View.svelte', {
  eager: true,
});

for (const [path, view] of Object.entries(views)) registerView(nameOf(path), view.default);
