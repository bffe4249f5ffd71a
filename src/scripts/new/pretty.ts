import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const plugins = ['astro', 'svelte'].map((language) =>
  fileURLToPath(import.meta.resolve(`prettier-plugin-${language}`)),
);

/** 排成全项目统一的样子。 */
export async function pretty(file: string, text: string): Promise<string> {
  const filepath = join(import.meta.dirname, '../../..', file);
  return format(text, { ...(await resolveConfig(filepath)), filepath, plugins });
}
