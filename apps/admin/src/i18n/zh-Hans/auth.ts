import type { auth as en } from '../en/auth.ts';
import type { Same } from '../same.ts';

export const auth: Same<typeof en> = {
  title: '登录长青 Perennial',
  welcome: '留住现有的客户：您承诺了什么、是否做到、谁正在疏远，一目了然。',
  email: '电子邮件',
  password: '密码',
  show: '显示密码',
  hide: '隐藏密码',
  submit: '登录',
  firstStart: '第一次启动？所有者的电子邮件与密码曾在启动服务器的画面上显示一次。',
  failed: '电子邮件与密码不符。请检查后再试一次。',
  tooMany: '短时间内尝试太多次。请等一分钟再试。',
  unreachable: '服务器没有响应。请检查连接后再试一次。',
  change: {
    title: '更改您的密码',
    current: '当前密码',
    new: '新密码',
    hint: '至少 10 个字符。其他设备上的登录都会结束。',
    repeat: '再输入一次新密码',
    different: '与新密码不同。',
    submit: '更改密码',
    done: '新密码已生效；其他设备上的登录都已结束。',
  },
};
