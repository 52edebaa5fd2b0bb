import { shallowRef } from 'vue'
import type { Section, SectionId } from './sections'
import type { TimelineItem } from './timelineItem'

/**
 * Which sections are unfolded: that of the selected lesson, or all of a trace without steps, until the learner folds or
 * unfolds one or all.
 */
export function useFolding(focus: () => SectionId) {
  const all = shallowRef<boolean | null>(null)
  const chosen = shallowRef<ReadonlyMap<string, boolean>>(new Map())
  const expanded = shallowRef<ReadonlySet<string>>(new Set())

  function isOpen({ key, id }: Section): boolean {
    return chosen.value.get(key) ?? all.value ?? (id === focus() || id === 'trace' || id === 'bench')
  }

  return {
    isOpen,
    isExpanded: ({ id }: TimelineItem) => expanded.value.has(id),
    /** Whether the learner has unfolded everything. */
    all,
    toggle(section: Section) {
      chosen.value = new Map(chosen.value).set(section.key, !isOpen(section))
    },
    toggleMembers({ id }: TimelineItem) {
      const next = new Set(expanded.value)
      if (!next.delete(id)) next.add(id)
      expanded.value = next
    },
    setAll(open: boolean | null) {
      all.value = open
      chosen.value = new Map()
      expanded.value = new Set()
    },
  }
}
