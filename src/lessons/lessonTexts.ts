import { apart } from 'virtual:lessons/apart'
import { loadLessons } from './lessons'
import { createTextStore } from './textStore'

/** The texts of the steps. */
export const lessonTexts = createTextStore(apart, loadLessons)
