/** 正文的 MDX 里写明的数：检验拿它们去重算，或者同实验里的比。 */

/** 正文里写明的一列数：`export const gaps = [0.3, 0.4]` → [0.3, 0.4]。 */
export const numbers = (text: string, name: string): number[] => {
  const found = new RegExp(String.raw`\b${name}(?: =|:) \[([\d., -]+)\]`).exec(text)?.[1];
  if (!found) throw new Error(`没有写明 ${name}：照 export const ${name} = […] 写出来`);
  return found.split(',').map(Number);
};
export const given = (text: string, name: string): number => {
  const found = new RegExp(String.raw`\b${name}(?: =|:) (\d[\d.e]*)`).exec(text)?.[1];
  if (!found) throw new Error(`没有写明 ${name}：照 ${name}: … 写出来`);
  return Number(found);
};
