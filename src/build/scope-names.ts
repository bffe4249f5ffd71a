/**
 * 部件样式的作用域名。Svelte 自己起的 `svelte-17aszjw` 有十几个字母，一个实验的网页里要写上百
 * 遍；取散列的末四位，网页每节轻一百来字节。两个部件撞上同一个名字会互相串色，撞上就不让构建。
 */
import type { CompileOptions } from 'svelte/compiler';

const owners = new Map<string, string>();

export const scopeName: NonNullable<CompileOptions['cssHash']> = ({ hash, css, filename }) => {
  const owner = filename ?? css;
  const name = `sv-${hash(owner).slice(-4)}`;
  const other = owners.get(name);
  if (other !== undefined && other !== owner)
    throw new Error(`${owner}: 样式的作用域与 ${other} 重名（${name}），给其中一个文件改个名字`);
  owners.set(name, owner);
  return name;
};
