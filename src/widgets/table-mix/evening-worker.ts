/** 细算的那条线程：一千夜，再加一条忙闲曲线。 */
import '../../lib/older-arrays.ts';
import { answer } from '../../lib/off-thread.ts';
import { fullRun, type Evening, type FullRun } from './evening.ts';

answer((evening: Evening, progress): FullRun => fullRun(evening, progress));
