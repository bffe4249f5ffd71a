import { staffingPlan } from '../../../calc/workforce/chase-level.ts';
import { defineGenerator, pick } from '../kit/generator.ts';

/** 四段时间的需求，座位固定，坐满就走：一共走了几个人。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0,
  draw(random) {
    const seats = pick(random, 40, 90, 5);
    const demand = [
      pick(random, 20, 60, 2),
      pick(random, 50, 120, 2),
      pick(random, 40, 100, 2),
      pick(random, 60, 150, 2),
    ];
    const { unmet, idle } = staffingPlan(
      {
        demand,
        outputPerWorker: seats,
        initialWorkers: 1,
        wage: 0,
        hireCost: 0,
        layoffCost: 0,
        shortageCost: 0,
      },
      demand.map(() => 1),
    );
    const total = demand.reduce((sum, each) => sum + each, 0);
    const net = total - seats * demand.length;
    const gaps = demand.map((each) => Math.max(0, each - seats));
    if (net < 5 || idle < 10 || gaps.filter((gap) => gap > 0).length < 2) return null;
    return {
      key: unmet,
      numbers: {},
      shown: {
        seats: String(seats),
        demand: demand.join('、'),
        gaps: gaps.filter((gap) => gap > 0).join(' + '),
        idle: String(idle),
        net: String(net),
        key: String(unmet),
      },
      slips: [
        {
          value: net,
          why: '把空着的座位拿去抵了别的时段走掉的人。上午的空座到晚上已经没有了，不能抵。',
        },
        { value: Math.max(...gaps), why: '只算了最忙的一段，别的时段也有人坐不下。' },
        { value: idle, why: '这是空着的座位，题目问的是走掉的人。' },
      ],
    };
  },
});
