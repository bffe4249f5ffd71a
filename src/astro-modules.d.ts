/** 只认 TypeScript 与 Svelte 的检查器遇到 `.astro` 导入时，知道它是一个 Astro 组件。 */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
