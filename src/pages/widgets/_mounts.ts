/**
 * 实验的挂载件。与清单分开：谁引用这里，谁的页面就带上全部实验的样式，
 * 只要名字和题目的首页、404 不该背着它们。
 */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const mounts = import.meta.glob<{ default: AstroComponentFactory }>('../../widgets/*/Mount.astro');

export async function mountOf(id: string): Promise<AstroComponentFactory> {
  const load = mounts[`../../widgets/${id}/Mount.astro`];
  if (!load) throw new Error(`src/widgets/${id}/ 缺 Mount.astro：照别的实验抄一份，换上组件名。`);
  return (await load()).default;
}
