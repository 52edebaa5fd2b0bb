import type { LessonLanguage } from '../lessons/lessons'
import type { Lab, LabWords } from './lab'

/** A lab with its words in both languages. A teacher's file may hold one language, which then stands for both. */
export interface LoadedLab {
  lab: Lab
  words: Record<LessonLanguage, LabWords>
}

const labs = import.meta.glob<Lab>('../../lessons/labs/*/lab.json', { import: 'default' })
const words = import.meta.glob<LabWords>('../../lessons/labs/*/{zh,en}.json', { import: 'default' })

/** Loads a lab of this app; null if there is none with this id. */
export async function loadLab(id: string): Promise<LoadedLab | null> {
  const folder = `../../lessons/labs/${id}`
  const [lab, zh, en] = [labs[`${folder}/lab.json`], words[`${folder}/zh.json`], words[`${folder}/en.json`]]
  if (lab === undefined || zh === undefined || en === undefined) return null
  const [loaded, ...both] = await Promise.all([lab(), zh(), en()])
  return { lab: loaded, words: { zh: both[0], en: both[1] } }
}
