import type { auth as en } from '../en/auth.ts';
import type { Same } from '../same.ts';

export const auth: Same<typeof en> = {
  title: '登入長青 Perennial',
  welcome: '留住現有的客戶：您承諾了什麼、是否做到、誰正在疏遠，一目瞭然。',
  email: '電子郵件',
  password: '密碼',
  show: '顯示密碼',
  hide: '隱藏密碼',
  submit: '登入',
  firstStart: '第一次啟動？擁有者的電子郵件與密碼曾在啟動伺服器的畫面上顯示一次。',
  failed: '電子郵件與密碼不符。請檢查後再試一次。',
  tooMany: '短時間內嘗試太多次。請等一分鐘再試。',
  unreachable: '伺服器沒有回應。請檢查連線後再試一次。',
  change: {
    title: '變更您的密碼',
    current: '目前的密碼',
    new: '新密碼',
    hint: '至少 10 個字元。其他裝置上的登入都會結束。',
    repeat: '再輸入一次新密碼',
    different: '與新密碼不同。',
    submit: '變更密碼',
    done: '新密碼已生效；其他裝置上的登入都已結束。',
  },
};
