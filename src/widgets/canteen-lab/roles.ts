/** 一列可以是什么，以及表头里的词各指什么。界面也用，所以不牵扯读表的代码。 */

export const roles = ['arrival', 'start', 'end', 'service', 'wait', 'ignore'] as const;
export type Role = (typeof roles)[number];
export const roleName: Record<Role, string> = {
  arrival: '到达',
  start: '开始办理',
  end: '办完',
  service: '办理时长',
  wait: '等待时长',
  ignore: '不用',
};

export interface Column {
  name: string;
  role: Role;
}

/** 表头里的词 → 含义；次序要紧：“开始排队”是到达，“服务开始”是开始。 */
const headings: [RegExp, Role][] = [
  [
    /开始排队|排队开始|到达|到店|到场|到来|来到|进门|进店|入队|取号|抵达|arriv|enter|join|checkin|check-in/i,
    'arrival',
  ],
  [/开始|起始|叫号|start|begin|called/i, 'start'],
  [/结束|完成|离开|离店|离去|办完|打完|终止|end|finish|complet|depart|leave|exit|done/i, 'end'],
  [/等待|等候|等位|排队时|wait|queue\s*time/i, 'wait'],
  [/窗口|柜台|服务台|window|server|counter|desk|备注|姓名|序号|编号|编码/i, 'ignore'],
  [/服务|办理|处理|打饭|打菜|时长|耗时|用时|service|duration|handl/i, 'service'],
];
const headingUnit =
  /[（([_\s](秒|s|secs?|seconds?|分|分钟|mins?|minutes?|小时|h|hours?)\s*[)）\]]?$/i;

export function roleOf(name: string): Role | null {
  return headings.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** 表头里写的单位合几分钟；没写是 null。 */
export function unitOf(name: string): number | null {
  const unit = headingUnit.exec(name.trim())?.[1]?.toLowerCase();
  if (!unit) return null;
  if (/^(秒|s)/.test(unit)) return 1 / 60;
  return /^(小时|h)/.test(unit) ? 60 : 1;
}
