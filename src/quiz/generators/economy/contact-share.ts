import { customerContactOfSteps } from '../../../calc/process/customer-contact.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 一次看病各步的分钟，顾客在场占几成；候诊也算在场。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const book = pick(random, 3, 8);
    const wait = pick(random, 20, 60, 5);
    const see = pick(random, 6, 15);
    const test = pick(random, 30, 60, 5);
    const fetch = pick(random, 4, 10);
    const contact = (waitCounts: boolean, testCounts: boolean) =>
      customerContactOfSteps([
        { name: '网约', time: book, customerPresent: false },
        { name: '候诊', time: wait, customerPresent: waitCounts },
        { name: '就诊', time: see, customerPresent: true },
        { name: '检验', time: test, customerPresent: testCounts },
        { name: '取药', time: fetch, customerPresent: true },
      ]).contactRatio;
    const total = book + wait + see + test + fetch;
    const key = contact(true, false);
    return {
      key,
      numbers: {},
      shown: {
        book: String(book),
        wait: String(wait),
        see: String(see),
        test: String(test),
        fetch: String(fetch),
        total: String(total),
        present: String(wait + see + fetch),
        served: percent(contact(false, false), 1),
        key: percent(key, 1),
      },
      slips: [
        {
          value: contact(false, false),
          why: '漏了候诊。人坐在候诊厅里，没有人理他，也在系统里，照定义算在场。',
        },
        {
          value: contact(true, true),
          why: '检验那一段人已经走了，不在场。只有身在系统里的时间才算。',
        },
        {
          value: 1 - key,
          why: '这是不在场的比例，也就是潜在效率那一头。题目问的是在场的。',
        },
        {
          value: 3 / 5,
          why: '数的是步数。接触程度按时间算，长的一步比短的一步重。',
        },
      ],
    };
  },
});
