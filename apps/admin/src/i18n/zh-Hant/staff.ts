import type { staff as en } from '../en/staff.ts';
import type { Same } from '../same.ts';

export const staff: Same<typeof en> = {
  title: '員工',
  intro: '誰可以登入，以及可以做什麼。',
  new: '新增員工',
  add: '新增',
  edit: '修改%{name}',
  column: { name: '姓名', email: '電子郵件', role: '角色', state: '可否登入', since: '加入日' },
  active: '可以',
  inactive: '不可以',
  password: '密碼',
  passwordHint: '至少 10 個字。請當面告知；對方登入後應自行更改，核准減少承諾時必須如此。',
  newPassword: '新密碼',
  setPassword: '設定新密碼',
  setPasswordText: '對方會在所有裝置上登出，之後以新密碼登入。',
  passwordSet: '新密碼已生效。',
  mayDo: {
    OWNER: '所有事項。',
    POLICY_MANAGER: '政策、合作夥伴、產品、匯入與客戶。',
    AGENT: '客戶、接觸、預警與計劃。',
    AUDITOR: '可讀取本頁以外的所有內容，包括稽核紀錄；不能變更任何內容。',
  },
  empty: { title: '還沒有人', text: '可以登入的人會列在這裡，並註明可以做什麼。' },
};
