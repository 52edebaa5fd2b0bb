import EmbedChart from './EmbedChart.vue'
import { startEmbed } from './startEmbed'

startEmbed(EmbedChart, { end: document.documentElement.dataset['id'] === 'callee' ? 'callee' : 'caller' })
