/** What a sales file can tell; `required` ones must have a column. */
export const TARGETS = [
  'invoice',
  'code',
  'description',
  'quantity',
  'at',
  'unitPrice',
  'customer',
  'country',
  'currency',
] as const;

export type Target = (typeof TARGETS)[number];

export const OPTIONAL_TARGETS: readonly Target[] = ['description', 'country', 'currency'];

/** Column number (from 0) of each target; null where the file has none. */
export type ColumnMap = Record<Target, number | null>;

/**
 * Spellings of column names as they occur in exports of shop and accounting systems, in English, German, French and
 * Chinese. Written without blanks and punctuation, in lower case; the better sign comes first.
 */
const SPELLINGS: Record<Target, readonly string[]> = {
  invoice: [
    'invoiceno',
    'invoicenumber',
    'invoiceid',
    'invoice',
    'orderno',
    'ordernumber',
    'orderid',
    'order',
    'receiptno',
    'receipt',
    'documentno',
    'billno',
    'rechnungsnummer',
    'numerofacture',
    '發票號碼',
    '發票編號',
    '发票号码',
    '发票编号',
    '發票',
    '发票',
    '訂單編號',
    '訂單號碼',
    '订单编号',
    '订单号',
    '單號',
    '单号',
  ],
  code: [
    'stockcode',
    'productcode',
    'itemcode',
    'sku',
    'productid',
    'itemno',
    'itemnumber',
    'articleno',
    'article',
    'code',
    'artikelnummer',
    'reference',
    '商品編號',
    '商品编号',
    '商品代碼',
    '商品代码',
    '產品編號',
    '产品编号',
    '貨號',
    '货号',
    '料號',
    '料号',
  ],
  description: [
    'description',
    'productdescription',
    'productname',
    'itemname',
    'product',
    'item',
    'name',
    'bezeichnung',
    'designation',
    '商品名稱',
    '商品名称',
    '產品名稱',
    '产品名称',
    '品名',
    '名稱',
    '名称',
    '描述',
    '說明',
    '说明',
  ],
  quantity: ['quantity', 'qty', 'units', 'pieces', 'pcs', 'count', 'menge', 'quantite', '數量', '数量', '件數', '件数'],
  at: [
    'invoicedate',
    'orderdate',
    'invoicedatetime',
    'purchasedate',
    'transactiondate',
    'datetime',
    'timestamp',
    'date',
    'datum',
    '發票日期',
    '发票日期',
    '訂單日期',
    '订单日期',
    '交易日期',
    '日期',
    '時間',
    '时间',
  ],
  unitPrice: [
    'unitprice',
    'priceperunit',
    'price',
    'unitcost',
    'einzelpreis',
    'prixunitaire',
    '單價',
    '单价',
    '售價',
    '售价',
    '價格',
    '价格',
  ],
  customer: [
    'customerid',
    'customerno',
    'customernumber',
    'customercode',
    'clientid',
    'accountno',
    'customer',
    'client',
    'kundennummer',
    '客戶編號',
    '客户编号',
    '顧客編號',
    '顾客编号',
    '會員編號',
    '会员编号',
    '客戶',
    '客户',
    '顧客',
    '顾客',
  ],
  country: [
    'country',
    'countryname',
    'shipcountry',
    'region',
    'land',
    'pays',
    '國家',
    '国家',
    '國別',
    '国别',
    '地區',
    '地区',
  ],
  currency: ['currency', 'currencycode', 'wahrung', 'devise', '幣別', '币别', '幣種', '币种', '貨幣', '货币'],
};

/** Whose column must bear just such a name: "Amount in currency" holds none. */
const BY_NAME_ALONE: readonly Target[] = ['currency'];

function bare(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\p{Z}\p{M}\p{C}]/gu, '');
}

/**
 * Guesses which column is which from the names in the header. A column is given to one target only; a better spelling
 * wins over an earlier column. Names that merely contain a spelling ("Customer ID (CRM)") count when nothing fits exactly.
 */
export function guessColumns(header: readonly string[]): ColumnMap {
  const names = header.map(bare);
  const taken = new Set<number>();
  const guessed = Object.fromEntries(TARGETS.map((t) => [t, null])) as ColumnMap;
  const candidates = (fits: (name: string, spelling: string) => boolean, targets: readonly Target[] = TARGETS) =>
    targets
      .flatMap((target) =>
        SPELLINGS[target].flatMap((spelling, rank) =>
          names.flatMap((name, column) => (fits(name, spelling) ? [{ target, column, rank }] : [])),
        ),
      )
      .sort((a, b) => a.rank - b.rank);
  const assign = (list: { target: Target; column: number }[]) => {
    for (const { target, column } of list) {
      if (guessed[target] !== null || taken.has(column)) continue;
      guessed[target] = column;
      taken.add(column);
    }
  };
  assign(candidates((name, spelling) => name === spelling));
  assign(
    candidates(
      (name, spelling) => name.length > 0 && (name.includes(spelling) || (name.length > 3 && spelling.includes(name))),
      TARGETS.filter((target) => !BY_NAME_ALONE.includes(target)),
    ),
  );
  return guessed;
}

/** Targets that the file must have a column for and that none was chosen for. */
export function missingColumns(columns: ColumnMap): Target[] {
  return TARGETS.filter((target) => columns[target] === null && !OPTIONAL_TARGETS.includes(target));
}
