/** 任意的文字：随便哪些码元，落单的代理项也在内。 */
import fc from 'fast-check';

/** fast-check 自带的 'binary' 单位先要花十来秒建表。 */
export const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
