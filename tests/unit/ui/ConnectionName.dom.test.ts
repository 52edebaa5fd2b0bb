import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { reading } from '../../../src/i18n/useI18n'
import ConnectionName from '../../../src/ui/ConnectionName.vue'
import type { NamedConnection } from '../../../src/ui/connectionName'

const shown = (connection: NamedConnection) => mount(ConnectionName, { props: { connection } })

test('a connection is named by its role, whatever its id is', () => {
  reading.value = 'en'
  const name = shown({ id: 'pc-7', role: 'callee' })
  expect(name.text()).toBe('Callee')
  expect(name.classes()).toContain('callee')
})

test('a connection without a role is called by its id, once, in every reading', () => {
  reading.value = 'both'
  const name = shown({ id: 'pc-7', role: null })
  expect(name.text()).toBe('pc-7')
  expect(name.classes()).toEqual(['name'])
})
