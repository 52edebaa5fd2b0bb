import { apart } from 'virtual:concepts/apart'
import { loadConcepts } from './lessons'
import { createTextStore } from './textStore'

/** The texts of the concepts. */
export const conceptTexts = createTextStore(apart, loadConcepts)
