import { asyncPart } from '../failures/asyncPart'

/** What a text needs only where it has a figure or a listing. */
export const FigureFrame = asyncPart(() => import('./FigureFrame.vue'))
export const ListingHead = asyncPart(() => import('./ListingHead.vue'))
