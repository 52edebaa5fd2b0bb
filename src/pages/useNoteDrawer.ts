import { nextTick, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { useRoute } from 'vue-router'
import { readStored, writeStored } from '../browser/storage'
import { evidenceLook } from '../composables/evidenceLook'
import { areHintsOpen } from '../composables/hints'
import { useCall } from '../session/callSession'
import type { LessonId } from '../lessons/lessonIds'
import { useProgress } from '../progress/progressStore'

const KEY = 'note-drawer'
/** The note, and the button that opens it. */
const NOTE = '#lesson'
const OPENER = '[data-action="note"]'

/**
 * The drawer of the note, where a window is narrow. It opens by itself at a note that the learner has not read, until
 * the learner closes it; that is stored, and the learner opening it ends that. What failed, and a section in the
 * address, are in the note, so then it is open. A look at the evidence closes it until the next note.
 */
export function useNoteDrawer(lesson: Ref<LessonId>, isNarrow: Readonly<Ref<boolean>>) {
  const { progress } = useProgress()
  const isOpen = shallowRef(useRoute().hash !== '' || useCall().controls === null)
  /** Where the focus was when the learner opened it. */
  let before: HTMLElement | null = null

  const hasRead = () => progress.value.read.includes(`lesson:${lesson.value}`)

  watch(
    [lesson, isNarrow, areHintsOpen],
    () => {
      if (isNarrow.value && !areHintsOpen.value && !hasRead() && readStored(KEY) !== 'closed')
        isOpen.value = true
    },
    { immediate: true },
  )
  watch(evidenceLook, (look) => {
    if (look !== null && isNarrow.value) isOpen.value = false
  })

  /** Opens it and moves the focus there: the learner asked for it. */
  async function open() {
    before = document.activeElement instanceof HTMLElement ? document.activeElement : null
    writeStored(KEY, 'open')
    isOpen.value = true
    await nextTick()
    document.querySelector<HTMLElement>(NOTE)?.focus()
  }

  /** Closes it, and gives back the focus if it was inside. */
  async function close() {
    const isInside = Boolean(document.activeElement?.closest(`${NOTE}, ${OPENER}`))
    writeStored(KEY, 'closed')
    isOpen.value = false
    await nextTick()
    if (!isInside) return
    const opener = before?.isConnected === true ? before : document.querySelector<HTMLElement>(OPENER)
    opener?.focus()
  }

  return { isOpen, open, close }
}
