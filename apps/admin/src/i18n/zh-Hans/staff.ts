import type { staff as en } from '../en/staff.ts';
import type { Same } from '../same.ts';

export const staff: Same<typeof en> = {
  title: '员工',
  intro: '谁可以登录，以及可以做什么。',
  new: '添加员工',
  add: '添加',
  edit: '修改%{name}',
  column: { name: '姓名', email: '电子邮件', role: '角色', state: '可否登录', since: '加入日' },
  active: '可以',
  inactive: '不可以',
  password: '密码',
  passwordHint: '至少 10 个字。请当面告知；对方登录后应自行更改，批准减少承诺时必须如此。',
  newPassword: '新密码',
  setPassword: '设置新密码',
  setPasswordText: '对方会在所有设备上退出登录，之后以新密码登录。',
  passwordSet: '新密码已生效。',
  mayDo: {
    OWNER: '所有事项。',
    POLICY_MANAGER: '政策、合作伙伴、产品、导入与客户。',
    AGENT: '客户、接触、预警与计划。',
    AUDITOR: '可读取本页以外的所有内容，包括审计记录；不能变更任何内容。',
  },
  empty: { title: '还没有人', text: '可以登录的人会列在这里，并注明可以做什么。' },
};
