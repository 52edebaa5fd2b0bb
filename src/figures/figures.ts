import type { Component } from 'vue'
import { asyncPart } from '../failures/asyncPart'
import type { FigureId } from '../lessons/figureIds'

/** The drawing of each figure; each is loaded when a text shows it. */
export const FIGURES: Record<FigureId, Component> = {
  'signaling-path': asyncPart(() => import('./SignalingPath.vue')),
  'sdp-anatomy': asyncPart(() => import('./SdpAnatomy.vue')),
  'description-slots': asyncPart(() => import('./DescriptionSlots.vue')),
  transceivers: asyncPart(() => import('./TransceiverMap.vue')),
  'offer-lines': asyncPart(() => import('./OfferLines.vue')),
  'candidate-parts': asyncPart(() => import('./CandidateParts.vue')),
  'direction-table': asyncPart(() => import('./DirectionTable.vue')),
  'two-clocks': asyncPart(() => import('./TwoClocks.vue')),
  'connect-film': asyncPart(() => import('./ConnectFilm.vue')),
  'hang-up-outcomes': asyncPart(() => import('./HangUpOutcomes.vue')),
  'ice-checks': asyncPart(() => import('./IceChecks.vue')),
  'candidate-priority': asyncPart(() => import('./CandidatePriority.vue')),
  'security-layers': asyncPart(() => import('./SecurityLayers.vue')),
  'whole-call': asyncPart(() => import('./WholeCall.vue')),
  glare: asyncPart(() => import('./GlareStory.vue')),
  'channel-stack': asyncPart(() => import('./ChannelStack.vue')),
  'nat-playground': asyncPart(() => import('./NatPlayground.vue')),
  'byte-view': asyncPart(() => import('./ByteView.vue')),
  'media-film': asyncPart(() => import('./MediaFilm.vue')),
  'jitter-buffer': asyncPart(() => import('./JitterBuffer.vue')),
}
