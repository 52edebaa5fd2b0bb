import { isFigureId } from '../lessons/figureIds'
import EmbedFigure from './EmbedFigure.vue'
import { startEmbed } from './startEmbed'

// The build wrote the caption into the page, so that the page loads no caption of another figure.
const { id = '', titleZh = '', titleEn = '', textZh = '', textEn = '' } = document.documentElement.dataset
if (isFigureId(id))
  startEmbed(EmbedFigure, { id, title: { zh: titleZh, en: titleEn }, text: { zh: textZh, en: textEn } })
