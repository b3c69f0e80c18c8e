/** The three reads that are measured, as GraphQL and as the hand-written SQL of the limit. Same answer, byte for byte once parsed. */
export const REGIONS = ['North', 'South', 'East', 'West', 'Centre', 'Islands', 'Coast', 'Hills'] as const;
export const SEGMENTS = ['KEY', 'STANDARD', 'RETAIL', 'WHOLESALE', 'PROSPECT'] as const;

export const Q1 = `query Q1($id: ID!) {
  customer(id: $id) { id number kind region segment stage since health }
}`;

const PAGE = `nodes {
    id number value { amount currency }
    touchpoints(first: 5, orderBy: AT_DESC) { nodes { at channel subject } }
    returns(first: 10, orderBy: AT_DESC, filter: { status: { eq: OPEN } }) { nodes { code quantity at policy { name } } }
  }`;

export const Q2 = `query Q2($region: String!, $segment: String!) {
  customers(first: 50, orderBy: VALUE_DESC, filter: { region: { eq: $region }, segment: { eq: $segment } }) { ${PAGE} }
}`;

export const Q3 = Q2.replace('Q2', 'Q3');

/** What the benchmark's agreement grants: just what Q3 asks for. */
export const GRANTS = [
  'Customer.number',
  'Customer.value',
  'Customer.region',
  'Customer.segment',
  'Customer.touchpoints',
  'Customer.returns',
  'Touchpoint.at',
  'Touchpoint.channel',
  'Touchpoint.subject',
  'Return.code',
  'Return.quantity',
  'Return.at',
  'Return.status',
  'Return.policy',
  'Policy.name',
];

export const LIMIT_Q1 = `select json_build_object('data', json_build_object('customer', (
  select json_build_object('id', 'Customer_' || c.customer_id, 'number', c.number, 'kind', c.kind, 'region', c.region,
    'segment', c.segment, 'stage', c.stage, 'since', c.since, 'health', c.health)
  from customers c where c.customer_id = $1::uuid)))::text as answer`;

const NESTED = (customer: string): string => `
  left join lateral (
    select json_agg(json_build_object('at', x.at, 'channel', x.channel, 'subject', x.subject)) as nodes
    from (select t.at, t.channel, t.subject from touchpoints t where t.customer_id = ${customer} order by t.at desc, t.id desc limit 5) x
  ) touches on true
  left join lateral (
    select json_agg(json_build_object('code', x.code, 'quantity', x.quantity, 'at', x.at,
      'policy', case when x.name is null then null else json_build_object('name', x.name) end)) as nodes
    from (select r.code, r.quantity, r.at, p.name from returns r left join policies p on p.id = r.policy_id
      where r.customer_id = ${customer} and r.status = 'OPEN' order by r.at desc, r.id desc limit 10) x
  ) back on true`;

const WRAP = (id: string, row: string): string => `
  select json_build_object('data', json_build_object('customers', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'id', ${id}, 'number', ${row}.number, 'value', json_build_object('amount', ${row}.value, 'currency', ${row}.currency),
    'touchpoints', json_build_object('nodes', coalesce(touches.nodes, '[]'::json)),
    'returns', json_build_object('nodes', coalesce(back.nodes, '[]'::json)))), '[]'::json))))::text as answer`;

export const LIMIT_Q2 = `${WRAP(`'Customer_' || c.customer_id`, 'c')}
  from (select customer_id, number, value, currency from customers
    where region = $1 and segment = $2 order by value desc, customer_id desc limit 50) c
  ${NESTED('c.customer_id')}`;

/** The hand-written SQL for a partner uses the sharing index as well: without it the limit would be slower than the product. */
export const LIMIT_Q3 = `${WRAP(`'Customer_' || s.ref`, 'c')}
  from (select customer_id, ref from shared_customers
    where agreement_id = $1::uuid and (expires_at is null or expires_at > now()) and region = $2 and segment = $3
    order by value desc, ref desc limit 50) s
  join customers c on c.customer_id = s.customer_id
  ${NESTED('s.customer_id')}`;
