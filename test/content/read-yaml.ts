import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { z } from 'astro/zod';

/** 读 content/ 下的 YAML；js-yaml 遇到重复的键会带行号报错。 */
export function readYaml(file: string): unknown {
  return load(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), { filename: file });
}

export function readMap(file: string): [key: string, value: unknown][] {
  const data = readYaml(file);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new TypeError(`${file}: 必须是“编号: 内容”的映射，不能是列表`);
  }
  return Object.entries(data);
}

/** 逐条用 schema 检查，收集“文件 › 编号 › 字段: 补救办法”，好一次看全。 */
export function schemaProblems(file: string, schema: z.ZodType): string[] {
  return readMap(file).flatMap(([key, value]) => {
    const result = schema.safeParse(value);
    if (result.success) return [];
    return result.error.issues.map(
      (issue) => `${file} › ${[key, ...issue.path].join(' › ')}: ${issue.message}`,
    );
  });
}

export const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
