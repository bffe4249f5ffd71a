/** 把 {名字} 换成这一组数的写法。名字写错时抛错：题库检验会指出是哪一题。 */
export function fill(template: string, shown: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const text = shown[name];
    if (text === undefined)
      throw new Error(
        `生成器没有名叫 {${name}} 的数；可用的是 ${Object.keys(shown)
          .map((each) => `{${each}}`)
          .join('、')}`,
      );
    return text;
  });
}
