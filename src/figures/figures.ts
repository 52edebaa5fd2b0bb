import { defineAsyncComponent } from 'vue'
import type { Component } from 'vue'
import type { FigureId } from '../lessons/figureIds'

/** The drawing of each figure; each is fetched when a concept shows it. */
export const FIGURES: Partial<Record<FigureId, Component>> = {
  'signaling-path': defineAsyncComponent(() => import('./SignalingPath.vue')),
  'nat-playground': defineAsyncComponent(() => import('./NatPlayground.vue')),
  'byte-view': defineAsyncComponent(() => import('./ByteView.vue')),
}
