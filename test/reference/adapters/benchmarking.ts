import { dea, deaScores } from '../../../src/calc/benchmarking/dea.ts';
import { scaleEfficiency } from '../../../src/calc/benchmarking/scale-efficiency.ts';
import type { Adapter } from '../adapter.ts';
import { table } from '../adapter.ts';

export const adapter: Adapter = {
  'benchmarking/dea': (given) => {
    const data = { inputs: table(given, 'inputs'), outputs: table(given, 'outputs') };
    const units = dea(data);
    const scale = scaleEfficiency(data);
    return {
      ccrInput: units.map((unit) => unit.score),
      ccrSlackSum: units.map((unit) => unit.slackSum),
      ccrStronglyEfficient: units.map((unit) => unit.stronglyEfficient),
      bccInput: scale.pureTechnical,
      bccOutput: deaScores({ ...data, model: 'bcc', orientation: 'output' }),
      scaleEfficiency: scale.scale,
    };
  },
};
