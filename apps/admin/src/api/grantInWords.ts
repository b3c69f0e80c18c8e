/** What a refusal of grants carries: `Type.field`, and the type that the field leads to. */
interface Grant {
  field: string;
  target?: string;
}

const GRANT = /^([A-Z]\w*)\.(\w+)$/;

const isGrant = (params: object): params is Grant =>
  'field' in params && typeof params.field === 'string' && GRANT.test(params.field);

/** A granted field and the group it leads to by their labels on the page of an agreement; nothing for other refusals. */
export function grantInWords(
  params: object,
  translate: (key: string, options: { _: string }) => string,
): Record<string, string> {
  if (!isGrant(params)) return {};
  const { field, target } = params;
  const name = field.replace(GRANT, '$2');
  return {
    field: translate(`fields.field.${name}`, { _: name }),
    ...(target ? { target: translate(`fields.entity.${target}`, { _: target }) } : {}),
  };
}
