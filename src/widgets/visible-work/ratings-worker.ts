/** 读评分的那条线程。 */
import '../../lib/older-arrays.ts';
import { answer } from '../../lib/off-thread.ts';
import { readRatings, summarizeRatings, type RatingsResult } from './ratings.ts';

answer((text: string, progress): RatingsResult => summarizeRatings(readRatings(text, progress)));
