import { carelessWire } from '../support/faults'
import { testRandomFaults } from '../support/randomFaults'

testRandomFaults(
  'calls on a wire that loses, repeats, delays and reorders connect, at the latest by the way out',
  carelessWire,
)
