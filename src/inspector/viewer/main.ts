import { createApp } from 'vue'
import { initialReading } from '../../composables/reading'
import { readStored } from '../../browser/storage'
import { trustOwnScripts } from '../../browser/trustedScripts'
import { firstLanguage, langTag } from '../../i18n/i18n'
import { reading } from '../../i18n/useI18n'
import InspectorApp from './InspectorApp.vue'
import '../../styles/tokens.css'
import '../../styles/base.css'

trustOwnScripts()
reading.value = initialReading(readStored('reading'), navigator.languages)
document.documentElement.lang = langTag(firstLanguage(reading.value))
createApp(InspectorApp).mount('#app')
