import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import UiSegmented from '../../../src/ui/UiSegmented.vue'

const options = [
  { value: 'candidates', label: 'Candidates' },
  { value: 'pairs', label: 'Pairs' },
] as const

const show = () =>
  mount(UiSegmented<'candidates' | 'pairs'>, {
    props: { modelValue: 'candidates', label: 'View', options },
    attachTo: document.body,
  })

it('tells what is chosen, once', async () => {
  const shown = show()
  await shown.findAll('input')[1]!.setValue(true)
  expect(shown.emitted('update:modelValue')).toEqual([['pairs']])
})

it('tells a press on what shows already: it is chosen from then on', async () => {
  const shown = show()
  await shown.findAll('input')[0]!.trigger('click')
  expect(shown.emitted('update:modelValue')).toEqual([['candidates']])
})
