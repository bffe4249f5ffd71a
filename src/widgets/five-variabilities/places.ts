/** 四个地方（都是虚构案例）：五种变异在那里长什么样、各占多少麻烦，每一格具体是什么做法。 */
import type { Response, Variability } from '../../calc/strategy/variability-response.ts';

export const variabilityNames: Record<Variability, string> = {
  arrival: '到达变异',
  request: '请求变异',
  capability: '能力变异',
  effort: '努力变异',
  preference: '偏好变异',
};

export const responseNames: Record<Response, string> = {
  'classic-accommodation': '经典迁就',
  'low-cost-accommodation': '低成本迁就',
  'classic-reduction': '经典压减',
  'uncompromised-reduction': '不妥协压减',
};

interface Trouble {
  /** 占这个地方全部麻烦的几成；我们设的 */
  share: number;
  /** 在这里长什么样 */
  looks: string;
  /** 四类应对各是什么做法，次序同 responses */
  measures: readonly [string, string, string, string];
}

export interface Place {
  name: string;
  troubles: Record<Variability, Trouble>;
}

export const places = {
  coffee: {
    name: '咖啡店点单',
    troubles: {
      arrival: {
        share: 0.25,
        looks: '八点半一齐涌进来',
        measures: ['早高峰多排两个人', '手机点单到店取', '早高峰只接预订', '卖下午茶引错峰客'],
      },
      request: {
        share: 0.35,
        looks: '半糖、换奶、多一份浓缩',
        measures: ['咖啡师来者不拒', '小程序里自己配', '只卖八款，不改方', '专做手冲给懂的人'],
      },
      capability: {
        share: 0.15,
        looks: '新客看不懂菜单',
        measures: ['店员一样样讲', '图片菜单加默认款', '想好了再排队', '会员店，都是熟手'],
      },
      effort: {
        share: 0.1,
        looks: '喝完不收杯',
        measures: ['店员跟着收桌', '门口一排回收台', '自带杯减两元', '熟客带头自觉收'],
      },
      preference: {
        share: 0.15,
        looks: '有人爱聊，有人怕吵',
        measures: ['店员察言观色', '静区、聊区自己挑', '请客人入乡随俗', '做成安静的书房店'],
      },
    },
  },
  triage: {
    name: '江城医院分诊台',
    troubles: {
      arrival: {
        share: 0.3,
        looks: '周一早上挤成一团',
        measures: ['早上多派护士', '自助机先登记', '一律分时段预约', '复诊病人引到下午'],
      },
      request: {
        share: 0.1,
        looks: '顺便问医保、问厕所',
        measures: ['护士有问必答', '导诊屏自己查', '只分诊，别的不答', '专病各设一台'],
      },
      capability: {
        share: 0.35,
        looks: '说不清哪里不舒服',
        measures: ['护士一句句问', '手机上自己填症状', '须有家属陪同', '说得清的走复诊台'],
      },
      effort: {
        share: 0.15,
        looks: '不带病历、不量体温',
        measures: ['护士代查代填', '刷卡自动调病历', '备齐了再来排', '签约病人自带记录'],
      },
      preference: {
        share: 0.1,
        looks: '有人要安慰，有人要快',
        measures: ['护士逐个安抚', '要不要讲解自己按', '统一一套话术', '特需与普通分开'],
      },
    },
  },
  delivery: {
    name: '快递派送',
    troubles: {
      arrival: {
        share: 0.4,
        looks: '收件人在家的钟点各不同',
        measures: ['约好几点送几点', '放柜里，随时来取', '一天只送一趟', '主做写字楼的件'],
      },
      request: {
        share: 0.1,
        looks: '要上楼、要拆箱、要等试穿',
        measures: ['要什么做什么', '下单页自选加价', '超大件不收', '只接标准件商家'],
      },
      capability: {
        share: 0.1,
        looks: '地址写不清',
        measures: ['快递员打电话问', '地址自动补全', '地址不全退回', '只签长期客户'],
      },
      effort: {
        share: 0.25,
        looks: '到了驿站迟迟不取',
        measures: ['反复再送上门', '短信电话轮着催', '过三天收保管费', '邻里代收，互相带'],
      },
      preference: {
        share: 0.15,
        looks: '有人要当面，有人怕敲门',
        measures: ['记住每家的习惯', '门口、柜子自己选', '一律放驿站', '主做不见面的客户'],
      },
    },
  },
  hotpot: {
    name: '沸点火锅',
    troubles: {
      arrival: {
        share: 0.4,
        looks: '周末晚上人满，午后没人',
        measures: ['周末多排一班人', '线上取号到点来', '周末只接预订', '引下午场的学生'],
      },
      request: {
        share: 0.1,
        looks: '锅底要半红半白再分四格',
        measures: ['后厨来单就做', '料台自己调', '锅底只留三种', '专做一种川味锅'],
      },
      capability: {
        share: 0.1,
        looks: '不知道毛肚涮几秒',
        measures: ['服务员替客人涮', '桌上贴秒数卡', '只卖下锅就熟的', '做老饕的店'],
      },
      effort: {
        share: 0.1,
        looks: '打一碗料剩半碗',
        measures: ['服务员跟着收拾', '小碗装料随吃随添', '剩料收两元', '熟客带出的规矩'],
      },
      preference: {
        share: 0.3,
        looks: '有人要热闹，有人要清静',
        measures: ['服务员看脸色行事', '桌牌选“少打扰”', '统一一套服务', '就做热闹的店'],
      },
    },
  },
} satisfies Record<string, Place>;

export type PlaceId = keyof typeof places;
