import { z } from 'zod';
import { faultSchema } from '../../faults';
import { FAULT_PRESETS } from '../../lab-words';
import { event, invoke } from '../define';

/** A fault of the Lab: one of the shared vocabulary, or the next renewal of a session refused. */
const labFaultSchema = z.discriminatedUnion('kind', [
  ...faultSchema.options,
  /** The service says that the refresh token is no good. */
  z.strictObject({
    kind: z.literal('refresh-refused'),
    call: z.literal('refresh'),
    once: z.literal(true),
    share: z.literal(100),
  }),
]);

/** The faults that are on. */
const networkViewSchema = z.strictObject({
  revision: z.int().nonnegative(),
  faults: z.array(
    z.strictObject({
      id: z.int().nonnegative(),
      fault: labFaultSchema,
      /** Requests that met it. */
      met: z.int().nonnegative(),
    }),
  ),
});

export type LabFault = z.infer<typeof labFaultSchema>;
export type NetworkView = z.infer<typeof networkViewSchema>;

/** Faults between the app and its service. All are off at the next start. */
export const labNetwork = {
  /** The faults that are on. Subscribe to `changed` first and drop older revisions. */
  view: invoke(z.void(), networkViewSchema),
  changed: event(networkViewSchema),
  /** Switches one on, in the place of one of the same kind for the same call. */
  add: invoke(faultSchema, z.void()),
  /** Switches one off; one that is off already stays off. */
  remove: invoke(z.strictObject({ id: z.int().nonnegative() }), z.void()),
  /** Replaces all that are on by those of a preset. */
  usePreset: invoke(z.strictObject({ preset: z.enum(FAULT_PRESETS) }), z.void()),
  /** Switches all off. */
  clear: invoke(z.void(), z.void()),
};
