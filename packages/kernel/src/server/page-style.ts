import { createHash } from 'node:crypto';

/**
 * The look of public pages: evergreen on paper, one column that a phone shows as well as A4 paper does. Contrast of
 * every text is at least 4.5:1, of `.quiet` on paper too.
 */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1c1f1d;--quiet:#575d59;--line:#d9d6ce;--paper:#fbfaf7;--card:#fff;--green:#0f6b4f;--amber:#b54708}
@media (prefers-color-scheme:dark){:root{--ink:#e7ebe8;--quiet:#a3aca6;--line:#2b3630;--paper:#0e1512;--card:#141d19;--green:#4cc38a;--amber:#f5a45d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,'Noto Sans TC','Noto Sans SC',sans-serif;font-variant-numeric:tabular-nums}
:lang(zh-Hant) body,:lang(zh-Hans) body,body:lang(zh-Hant),body:lang(zh-Hans){line-height:1.7;text-autospace:normal}
main,header,footer{max-width:52rem;margin:0 auto;padding:0 16px}
header{display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:space-between;padding-top:16px;padding-bottom:16px;border-bottom:1px solid var(--line)}
header nav{display:flex;gap:4px 16px;flex-wrap:wrap}
a{color:var(--green);text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--green);outline-offset:2px;border-radius:2px}
h1{font-size:1.75rem;line-height:1.25;margin:24px 0 8px}
h2{font-size:1.25rem;margin:32px 0 8px;padding-top:16px;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:16px 0 4px}
p,ul,ol,dl{margin:8px 0}
ul{padding-left:24px}
ol{padding-left:2.75em}
li{margin:4px 0}
dt{font-weight:600}
dd{margin:0 0 8px}
.quiet{color:var(--quiet)}
.note{border-left:4px solid var(--amber);padding:4px 12px;margin:12px 0}
.good{border-left:4px solid var(--green);padding:4px 12px;margin:12px 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:8px 16px;margin:12px 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:8px 0}
th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;min-width:4.5em}
.number{text-align:right;white-space:nowrap}
.number+:not(.number){padding-left:12px}
code{overflow-wrap:anywhere;font-size:.9em}
footer{color:var(--quiet);font-size:.875rem;padding-top:24px;padding-bottom:32px}
@media print{@page{size:A4;margin:18mm}:root{color-scheme:light;--ink:#000;--quiet:#333;--line:#999;--paper:#fff;--card:#fff;--green:#000;--amber:#555}
body{font-size:10.5pt}header nav,.screen{display:none}main,header,footer{max-width:none;padding-left:0;padding-right:0}a{color:inherit;text-decoration:none}h2,h3{break-after:avoid}tr,li,.card{break-inside:avoid}.scroll{overflow:visible}}
`;

/** Nothing may be loaded or run; this one style sheet, by its hash, and pictures of this server. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
