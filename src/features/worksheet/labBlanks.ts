import type { End } from '../../../machines/steps'
import type { OperationCall } from '../../../machines/bench/benchContracts'
import { operationCode } from '../../projections/operationCode'
import { problemText } from '../../projections/eventWords'
import { withRole } from '../../trace/trace'
import { factsOf, fingerprintStart, localOf, outline, pairOf } from './readValues'
import type { SheetCall } from './sheetCall'
import type { Blank } from './stepBlanks'

type LabBlank = Blank<SheetCall>

const ENDS = ['caller', 'callee'] as const

const peer = (call: SheetCall, end: End) => factsOf(call, end)?.peer ?? null

function operations(call: SheetCall): OperationCall[] {
  return ENDS.flatMap((end) => withRole(call.view.connections, end)?.end?.context.bench?.operations ?? [])
}

/** What the learner did, without what the application did by itself. */
const ownOperations = (call: SheetCall) => operations(call).filter(({ purpose }) => purpose === 'learner')

const both = (blank: (end: End) => LabBlank) => ENDS.map(blank)

const LAB_BLANKS: readonly LabBlank[] = [
  { name: 'actions', end: null, read: (call) => String(ownOperations(call).length) },
  {
    name: 'refusedCall',
    end: null,
    read: (call) => {
      const refused = operations(call).find(({ state }) => state === 'refused')
      return refused === undefined ? '–' : operationCode(refused.operation)
    },
  },
  {
    name: 'errorText',
    end: null,
    read: (call) => {
      const problem = operations(call).find(({ state }) => state === 'refused')?.problem
      return problem === undefined ? '–' : problemText(problem)
    },
  },
  ...both((end) => ({
    name: 'ufrag',
    end,
    read: (call) => outline(localOf(peer(call, end)))?.ufrag ?? null,
  })),
  ...both((end) => ({
    name: 'fingerprint',
    end,
    read: (call) => fingerprintStart(outline(localOf(peer(call, end)))),
  })),
  ...both((end) => ({
    name: 'signalingState',
    end,
    read: (call) => peer(call, end)?.signalingState ?? null,
  })),
  ...both((end) => ({
    name: 'connectionState',
    end,
    read: (call) => peer(call, end)?.connectionState ?? null,
  })),
  { name: 'pair', end: 'caller', read: pairOf },
]

/** The blanks on the sheet of a lab, each with its value in a call of a bench: null where there is none. */
export function fillLab(
  call: SheetCall | null,
): (Pick<Blank, 'name' | 'end'> & { readonly value: string | null })[] {
  return LAB_BLANKS.map(({ name, end, read }) => ({ name, end, value: call === null ? null : read(call) }))
}
