import { defineAsyncComponent } from 'vue'
import type { Component } from 'vue'
import type { FigureId } from '../lessons/figureIds'

/** The drawing of each figure; each is fetched when a concept shows it. */
export const FIGURES: Record<FigureId, Component> = {
  'signaling-path': defineAsyncComponent(() => import('./SignalingPath.vue')),
  'sdp-anatomy': defineAsyncComponent(() => import('./SdpAnatomy.vue')),
  'description-slots': defineAsyncComponent(() => import('./DescriptionSlots.vue')),
  transceivers: defineAsyncComponent(() => import('./TransceiverMap.vue')),
  'ice-checks': defineAsyncComponent(() => import('./IceChecks.vue')),
  'candidate-priority': defineAsyncComponent(() => import('./CandidatePriority.vue')),
  'security-layers': defineAsyncComponent(() => import('./SecurityLayers.vue')),
  glare: defineAsyncComponent(() => import('./GlareStory.vue')),
  'channel-stack': defineAsyncComponent(() => import('./ChannelStack.vue')),
  'nat-playground': defineAsyncComponent(() => import('./NatPlayground.vue')),
  'byte-view': defineAsyncComponent(() => import('./ByteView.vue')),
}
