import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type FormatOptions } from 'oxfmt';

const settings = join(import.meta.dirname, '../../../.oxfmtrc.json');

/** 排成全项目统一的样子（`npm run format` 排的也是它）；`file` 的后缀说明是什么语言。 */
export async function pretty(file: string, text: string): Promise<string> {
  const options = JSON.parse(readFileSync(settings, 'utf8')) as FormatOptions;
  const { code, errors } = await format(file, text, options);
  const [error] = errors;
  if (error) throw new Error(`${file} 排不成格式：${error.message}`);
  return code;
}
