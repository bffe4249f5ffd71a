import { complaintIceberg } from '../../../calc/quality/complaint-iceberg.ts';
import { percent, upTo } from '../../../lib/format.ts';
import { defineGenerator, oneOf } from '../kit/generator.ts';
import { apart } from '../kit/slips.ts';

/** 一千位遇到失误的人，最后走掉几位。 */
export const generator = defineGenerator({
  unit: 'people',
  tolerance: 0.008,
  draw(random) {
    const given = {
      failures: 1000,
      complaintRate: oneOf(random, [0.05, 0.08, 0.12, 0.15, 0.2]),
      resolutionRate: oneOf(random, [0.4, 0.5, 0.6, 0.75]),
      retentionSilent: oneOf(random, [0.35, 0.45, 0.5]),
      retentionUnresolved: oneOf(random, [0.2, 0.25, 0.3]),
      retentionResolved: oneOf(random, [0.8, 0.85, 0.9]),
    };
    const {
      lost: key,
      silent,
      silentLost,
      unresolvedLost,
      resolvedLost,
      complaints,
    } = complaintIceberg(given);
    const slips = apart(
      key,
      [
        { value: silentLost, why: '只算了没有开口的。投诉过的人也会走。' },
        { value: unresolvedLost + resolvedLost, why: '只算了来投诉的，水面下的一大块漏了。' },
        { value: silent, why: '没有开口的人不会全走，要乘走掉的几成。' },
        {
          value: silentLost + complaints * given.retentionUnresolved,
          why: '把留下的当成走掉的了：留存率要用 1 去减。',
        },
        { value: 1000 - key, why: '这是留下的，题目问的是走掉的。' },
      ],
      0.008,
    );
    if (!slips) return null;
    return {
      key,
      numbers: {
        complaintRate: given.complaintRate,
        resolutionRate: given.resolutionRate,
        retentionSilent: given.retentionSilent,
        retentionUnresolved: given.retentionUnresolved,
        retentionResolved: given.retentionResolved,
      },
      shown: {
        complaintRate: percent(given.complaintRate),
        resolutionRate: percent(given.resolutionRate),
        silentStay: percent(given.retentionSilent),
        unresolvedStay: percent(given.retentionUnresolved),
        resolvedStay: percent(given.retentionResolved),
        silent: upTo(silent, 0),
        silentLost: upTo(silentLost, 1),
        complaints: upTo(complaints, 0),
        complaintsLost: upTo(unresolvedLost + resolvedLost, 1),
        hidden: percent(silentLost / key),
        key: upTo(key, 1),
      },
      slips,
    };
  },
});
