import { sitesVersusCapacity } from '../../../calc/location/sites-versus-capacity.ts';
import { mmc } from '../../../calc/queueing/mmc.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf, pick } from '../kit/generator.ts';

/** 网点还是能力：窗口平分到几处，来回路上加排队一共几分钟。 */
export const generator = defineGenerator({
  unit: 'minutes',
  tolerance: 0.012,
  draw(random) {
    const siteCount = oneOf(random, [2, 3, 4, 6]);
    const perSite = oneOf(random, [2, 3, 4, 5]);
    const servers = siteCount * perSite;
    const serviceMinutes = oneOf(random, [4, 5, 6, 10]);
    const serviceRate = 60 / serviceMinutes;
    const rho = pick(random, 0.7, 0.9, 0.05);
    const arrivalRate = 2 * Math.round((servers * serviceRate * rho) / 2);
    const area = pick(random, 20, 150, 10);
    const speed = oneOf(random, [12, 15, 20, 30]);
    const [at] = sitesVersusCapacity({
      servers,
      area,
      speed,
      arrivalRate,
      serviceRate,
      siteCounts: [siteCount],
    });
    const [one] = sitesVersusCapacity({
      servers,
      area,
      speed,
      arrivalRate,
      serviceRate,
      siteCounts: [1],
    });
    if (!at || !one) return null;
    const key = at.totalTime * 60;
    const wait = at.waitTime * 60;
    const travel = at.travelTime * 60;
    return {
      key,
      numbers: { servers, siteCount, area, speed, arrivalRate, serviceMinutes },
      shown: {
        servers: String(servers),
        sites: String(siteCount),
        perSite: String(perSite),
        area: String(area),
        speed: String(speed),
        arrivals: String(arrivalRate),
        each: upTo(arrivalRate / siteCount, 1),
        minutes: String(serviceMinutes),
        utilization: percent(at.utilization, 1),
        wait: upTo(wait, 2),
        travel: upTo(travel, 2),
        onePlace: upTo(one.totalTime * 60, 1),
        oneWait: upTo(one.waitTime * 60, 2),
        key: upTo(key, 1),
      },
      slips: [
        { value: wait, why: '只有排队，路上的时间没有加。' },
        { value: travel, why: '只有路上，排队的时间没有加。' },
        { value: travel / 2 + wait, why: '路只算了去的一程，顾客办完还要回家。' },
        {
          value: travel + one.waitTime * 60,
          why: '路按几处算，队却按全部窗口拢在一处算了。窗口分开以后，各排各的队，等得更久。',
        },
        {
          value: one.travelTime * 60 + wait,
          why: '队按分开算，路却按一处算了。网点多了，每处管的地小，路就近了。',
        },
        {
          value: key + serviceMinutes,
          why: '把办理的几分钟也算进去了。在哪里办都要这么久，这里只比路上和排队。',
        },
        {
          value:
            travel +
            mmc({ arrivalRate: arrivalRate / siteCount, serviceRate, servers: perSite }).meanWait *
              60 *
              siteCount,
          why: '几处的等待加到一起了。每位顾客只在一处排队。',
        },
      ],
    };
  },
});
