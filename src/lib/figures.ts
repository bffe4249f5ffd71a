/** 图按章连续编号：扫一遍各页正文里的 `<Figure id="…">`，次序就是编号。 */
import { loadChapters } from './content.ts';

let numbers: Map<string, string> | null = null;

async function numberFigures(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chapter of await loadChapters()) {
    let count = 0;
    for (const { entry } of chapter.pages)
      for (const match of (entry.body ?? '').matchAll(/<Figure\s[^>]*?id="([^"]+)"/g)) {
        const id = match[1] as string;
        if (found.has(id))
          throw new Error(`${entry.filePath}：图的编号 ${id} 用了两次，请换一个。`);
        found.set(id, `${chapter.number}-${++count}`);
      }
  }
  return found;
}

/** `utilization-curve` → “8-3”。 */
export async function figureNumber(id: string): Promise<string> {
  // 开发时正文会变，不缓存；构建时内容不变，只数一遍。
  if (!numbers || import.meta.env.DEV) numbers = await numberFigures();
  const number = numbers.get(id);
  if (!number)
    throw new Error(`没有编号为 ${id} 的图：检查 <Figure id> 或 <FigureRef id> 的拼写。`);
  return number;
}
