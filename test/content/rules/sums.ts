/** 印出来的算式，读者会拿计算器核对：照写出来的数算，结果要对到写出来的最后一位。 */
import { upTo } from '../../../src/lib/format.ts';

/** 数、运算号、数……等号、数；前后连着括号、根号、乘方或别的运算的不看，那要会解析公式才行。 */
const sum =
  /(?<![\d.×÷+−^√(（/] ?)(\d[\d,.]*%?(?: [×÷+−] \d[\d,.]*%?)+) = (\d[\d,.]*%?)(?![\d.,%]| [×÷+−]|\()/g;

const valueOf = (text: string) =>
  Number(text.replaceAll(',', '').replace('%', '')) / (text.endsWith('%') ? 100 : 1);
const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

function evaluate(expression: string): number {
  const [first = '', ...rest] = expression.split(' ');
  const terms = [valueOf(first)];
  for (let i = 0; i < rest.length; i += 2) {
    const value = valueOf(rest[i + 1] as string);
    const last = terms.length - 1;
    if (rest[i] === '×') terms[last] = (terms[last] as number) * value;
    else if (rest[i] === '÷') terms[last] = (terms[last] as number) / value;
    else terms.push(rest[i] === '+' ? value : -value);
  }
  return terms.reduce((total, each) => total + each, 0);
}

/** 算不平的算式，各附上照写出来的数算得的结果；末位正好是一半的，进一位退一位都算对。 */
export function wrongSums(text: string): string[] {
  return [...text.matchAll(sum)].flatMap(([whole, expression = '', shown = '']) => {
    const scale = shown.endsWith('%') ? 100 : 1;
    const value = evaluate(expression) * scale;
    const digits = decimals(shown);
    const away = Math.abs(value - valueOf(shown) * scale) * 10 ** digits;
    return away <= 0.55
      ? []
      : [`${whole}，应当是 ${upTo(value, digits)}${scale === 100 ? '%' : ''}`];
  });
}
