import { apart } from 'virtual:errors/apart'
import { loadErrors } from './lessons'
import { createTextStore } from './textStore'

/** The texts of the errors. */
export const errorTexts = createTextStore(apart, loadErrors)
