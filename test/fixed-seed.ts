/**
 * 性质测试默认每次抽同样的例子：同一份代码不会今天通过、明天不通过。
 * 想换一批例子去找新毛病：`SEED=$RANDOM npm run test:unit`；失败信息里也印着种子，填回来就能重现。
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261) });
