import { customerContactOfSteps } from '../../../calc/process/customer-contact.ts';
import { percent } from '../../../lib/format.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 填单改到手机、录入移到后台以后，开户的接触程度。 */
export const generator = defineGenerator({
  unit: 'percent',
  tolerance: 0.012,
  draw(random) {
    const form = pick(random, 6, 14);
    const queue = pick(random, 10, 30);
    const check = pick(random, 4, 9);
    const enter = pick(random, 6, 14);
    const approve = pick(random, 30, 60, 5);
    const sign = pick(random, 3, 8);
    const contact = (formHere: boolean, enterHere: boolean) =>
      customerContactOfSteps([
        { name: '填单', time: form, customerPresent: formHere },
        { name: '排队', time: queue, customerPresent: true },
        { name: '核验', time: check, customerPresent: true },
        { name: '录入', time: enter, customerPresent: enterHere },
        { name: '后台审批', time: approve, customerPresent: false },
        { name: '签字领卡', time: sign, customerPresent: true },
      ]).contactRatio;
    const total = form + queue + check + enter + approve + sign;
    const present = queue + check + sign;
    const key = contact(false, false);
    return {
      key,
      numbers: {},
      shown: {
        form: String(form),
        queue: String(queue),
        check: String(check),
        enter: String(enter),
        approve: String(approve),
        sign: String(sign),
        total: String(total),
        present: String(present),
        before: percent(contact(true, true), 1),
        key: percent(key, 1),
      },
      slips: [
        { value: contact(true, true), why: '这是改动以前的。填单和录入已经不当着客户的面做了。' },
        {
          value: present / (total - form - enter),
          why: '分母也减了。填单和录入还要有人做，总时间没有变，变的只是客户在不在场。',
        },
        {
          value: contact(false, true),
          why: '只挪了填单。录入移到后台以后，客户也不在场了。',
        },
        { value: 1 - key, why: '这是不在场的比例。题目问的是在场的。' },
      ],
    };
  },
});
