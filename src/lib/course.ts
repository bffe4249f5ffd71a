/** 课程的名字与版本；版本随 package.json，出现在页脚和错误报告里。 */
import packageJson from '../../package.json' with { type: 'json' };

export const course = {
  title: '服务运营管理',
  english: 'Service Operations Management',
  version: packageJson.version,
} as const;

/**
 * 错误报告寄到哪里：构建时用环境变量 `PUBLIC_REPORT_TO` 设成邮箱或网址；
 * 不设则只把报告复制到剪贴板，由读者自己转交任课教师。
 */
export const reportTo: string = import.meta.env?.PUBLIC_REPORT_TO ?? '';
