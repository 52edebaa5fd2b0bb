import type { Component } from 'vue'
import { asyncPart } from '../failures/asyncPart'
import type { FigureId } from '../lessons/figureIds'

const LOADERS = {
  'signaling-path': () => import('./SignalingPath.vue'),
  'sdp-anatomy': () => import('./SdpAnatomy.vue'),
  'description-slots': () => import('./DescriptionSlots.vue'),
  transceivers: () => import('./TransceiverMap.vue'),
  'offer-lines': () => import('./OfferLines.vue'),
  'candidate-parts': () => import('./CandidateParts.vue'),
  'direction-table': () => import('./DirectionTable.vue'),
  'two-clocks': () => import('./TwoClocks.vue'),
  'connect-film': () => import('./ConnectFilm.vue'),
  'hang-up-outcomes': () => import('./HangUpOutcomes.vue'),
  'ice-checks': () => import('./IceChecks.vue'),
  'candidate-priority': () => import('./CandidatePriority.vue'),
  'security-layers': () => import('./SecurityLayers.vue'),
  'whole-call': () => import('./WholeCall.vue'),
  glare: () => import('./GlareStory.vue'),
  'channel-stack': () => import('./ChannelStack.vue'),
  'nat-playground': () => import('./NatPlayground.vue'),
  'byte-view': () => import('./ByteView.vue'),
} satisfies Record<FigureId, () => Promise<unknown>>

/** The drawing of each figure; each is loaded when a text shows it. */
export const FIGURES = Object.fromEntries(
  Object.entries(LOADERS).map(([id, load]) => [id, asyncPart<Component>(load)]),
) as Record<FigureId, Component>

/** Loads the drawings of some figures before they are shown, so that they can be operated at once. */
export async function loadFigures(ids: readonly FigureId[]): Promise<void> {
  await Promise.all(ids.map((id) => LOADERS[id]()))
}
