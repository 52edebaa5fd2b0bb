import { carelessWire } from '../support/faults'
import { testRandomFaults } from '../support/randomFaults'

testRandomFaults(
  '5,000 calls on a wire that loses, repeats, delays and reorders connect, at the latest by the way out',
  carelessWire,
  5_000,
)
