import { servicePoint, servicePointProbe } from '@perennial/domain/points/point';
import { gid, mutation } from '@perennial/kernel/graphql/operations';
import { z } from 'zod';
import { createPoint, recordProbe, updatePoint } from './service.ts';

const KEEPERS = ['OWNER', 'POLICY_MANAGER'] as const;
const { name, address, phone, email, website, region, note, words, active } = servicePoint.fields;
const { channel, answered, on, note: probeNote } = servicePointProbe.fields;

/** The calendar's own id; undefined leaves it as it is, null takes it away. */
function hours(ref: { id?: string | undefined } | null | undefined): { calendarId?: string | null } {
  return ref === undefined ? {} : { calendarId: ref?.id ?? null };
}

const said = {
  address: address.optional(),
  phone: phone.optional(),
  email: email.optional(),
  website: website.optional(),
  region: region.optional(),
  calendarId: gid('Calendar').nullable().optional(),
  note: note.optional(),
  words: words.optional(),
  active: active.optional(),
};

export const mutations = [
  mutation({
    name: 'servicePointCreate',
    description: 'Enters a place where customers are served.',
    roles: KEEPERS,
    input: z.object({ name, ...said }),
    payload: { servicePoint: 'ServicePoint' },
    handle: async (ctx, { calendarId, ...input }) => ({
      servicePoint: { id: await createPoint(ctx, { ...input, ...hours(calendarId) }) },
    }),
  }),
  mutation({
    name: 'servicePointUpdate',
    description: 'Changes what is given; active: false takes it out of service.',
    roles: KEEPERS,
    input: z.object({ id: gid('ServicePoint'), version: z.int32().min(1), name: name.optional(), ...said }),
    payload: { servicePoint: 'ServicePoint' },
    handle: async (ctx, { id, version, calendarId, ...change }) => {
      await updatePoint(ctx, id.id ?? '', version, { ...change, ...hours(calendarId) });
      return { servicePoint: id };
    },
  }),
  mutation({
    name: 'servicePointProbe',
    description: 'Writes down a try to reach a service point and whether anybody answered.',
    roles: ['OWNER', 'POLICY_MANAGER', 'AGENT'],
    input: z.object({
      pointId: gid('ServicePoint'),
      channel,
      answered,
      on: on.optional(),
      note: probeNote.optional(),
    }),
    payload: { servicePointProbe: 'ServicePointProbe', servicePoint: 'ServicePoint' },
    handle: async (ctx, { pointId, ...probe }) => ({
      servicePointProbe: { id: await recordProbe(ctx, pointId.id ?? '', probe) },
      servicePoint: pointId,
    }),
  }),
];
