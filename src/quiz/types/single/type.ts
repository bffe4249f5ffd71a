/** 这种题型的全部，做题的页面用到了才取。 */
export * from './ask.ts';
export * from './score.ts';
export { default as View } from './View.svelte';
