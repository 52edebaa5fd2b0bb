import { computed, shallowRef } from 'vue'
import type { ReadProblem } from '../../recording/readRecording'
import { EXAMPLE_IDS, isExampleId } from '../../recording/exampleIds'
import { fetchExample } from '../../recording/examples'
import { useLazyCall } from '../../session/lazyCall'
import type { SheetCall } from './sheetCall'

/** Where the values of an answer sheet come from: nothing, the page's call, an example, or a file. */
export function useSheetSource() {
  const { call: live } = useLazyCall()
  const asked = shallowRef('none')
  const call = shallowRef<SheetCall | null>(null)
  const problem = shallowRef<ReadProblem | null>(null)
  const fileName = shallowRef('')
  let latest = 0

  async function choose(source: string, file?: File) {
    const own = ++latest
    asked.value = source
    problem.value = call.value = null
    if (source === 'none') return
    try {
      const { pageCall, readSheetCall } = await import('./sheetCall')
      const result =
        file !== undefined
          ? await readSheetCall(file.name, file)
          : isExampleId(source)
            ? await readSheetCall(source, await fetchExample(source))
            : live.value && pageCall(live.value.frame.value)
      if (own !== latest || result === null) return
      if ('reason' in result) problem.value = result.reason
      else call.value = result
    } catch {
      if (own === latest) problem.value = 'unreadable'
    }
  }

  return {
    asked,
    call,
    problem,
    fileName,
    /** The sources to choose from: the page's call stands there while there is one. */
    options: computed(() => ['none', ...(live.value === null ? [] : ['page']), ...EXAMPLE_IDS]),
    choose: (source: string) => choose(source),
    async openFile(file: File) {
      fileName.value = file.name
      await choose('file', file)
    },
  }
}
