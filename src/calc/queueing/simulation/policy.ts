import { atLeast, integerAtLeast, positive, probability, reject } from '../../core/checks.ts';

/** 看队止步的规则：只在不能立即接受服务时起作用。 */
export type Balking =
  | {
      kind: 'probability';
      /** 需要等待时转身离开的概率。 */
      probability: number;
    }
  | {
      kind: 'threshold';
      /** 所选队里已有这么多人在等（不含正在接受服务者）就离开；0 即一律不等。 */
      waiting: number;
    };

/** 服务系统的规则：同一批顾客可以在不同规则下各走一遍。 */
export interface Policy {
  /** 服务台数，≥ 1。 */
  servers: number;
  /**
   * 排法：'one' 一条总队（缺省）；'shortest' 每台一队、选最短的；'random' 每台一队、随机选。
   * 队长都把正在接受服务的人算在内，最短者不止一队时随机取一队。
   */
  lines?: 'one' | 'shortest' | 'random';
  /** 排在短队之外的人能否换队；只可与 'shortest' 同用。相差 2 人时，长队末尾一人换过来。 */
  jockeying?: boolean;
  /** 优先规则：'none' 先到先服务（缺省）；两种优先都以类别编号小者为先，同类先到先服务。 */
  priority?: 'none' | 'non-preemptive' | 'preemptive-resume';
  /** 看队止步；缺省没有。 */
  balking?: Balking;
  /** 系统最多容纳的人数（含正在接受服务者），满则新来者被拒；缺省无限。 */
  capacity?: number;
  /** 服务时间的倍数，> 0，缺省 1；“合并后员工慢 10 %”写 1.1。 */
  serviceTimeFactor?: number;
}

/**
 * 填好缺省值的规则。
 *
 * @internal
 */
export interface CompletePolicy extends Required<Omit<Policy, 'balking'>> {
  balking: Balking | null;
}

function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) reject(name, `one of ${allowed.join(', ')}`, value);
}

/**
 * 检查规则并填好缺省值；容量缺省为 Infinity。
 *
 * @internal
 */
export function completePolicy(policy: Policy): CompletePolicy {
  const lines = policy.lines ?? 'one';
  const priority = policy.priority ?? 'none';
  const jockeying = policy.jockeying ?? false;
  const capacity = policy.capacity ?? Number.POSITIVE_INFINITY;
  const balking = policy.balking ?? null;
  integerAtLeast('servers', policy.servers, 1);
  oneOf('lines', lines, ['one', 'shortest', 'random']);
  oneOf('priority', priority, ['none', 'non-preemptive', 'preemptive-resume']);
  if (jockeying && lines !== 'shortest')
    reject('jockeying', "false unless lines is 'shortest'", jockeying);
  if (capacity !== Number.POSITIVE_INFINITY) integerAtLeast('capacity', capacity, 1);
  if (balking !== null) {
    oneOf('balking.kind', balking.kind, ['probability', 'threshold']);
    if (balking.kind === 'probability') probability('balking.probability', balking.probability);
    else atLeast('balking.waiting', balking.waiting, 0);
  }
  const serviceTimeFactor = positive('serviceTimeFactor', policy.serviceTimeFactor ?? 1);
  return {
    servers: policy.servers,
    lines,
    jockeying,
    priority,
    balking,
    capacity,
    serviceTimeFactor,
  };
}
