import { hostileWire } from '../support/faults'
import { testRandomFaults } from '../support/randomFaults'

testRandomFaults(
  'calls on a wire that also damages messages and lets strangers speak connect, at the latest by the way out',
  hostileWire,
)
