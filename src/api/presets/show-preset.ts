import type { Context } from '../../context'
import { describePreset, getPreset, type PresetDescription } from '../../keys'
import type { Call } from '../operation'

/** A preset after something was done to it, to whoever may see it still. */
export const showPreset = async (
  context: Context,
  { caller }: Call,
  uid: string,
): Promise<PresetDescription> => describePreset(context, await getPreset(context.db, uid, caller.actor.scope))
