import type { StepId } from '../../../machines/steps'
import type { ErrorId } from '../../errors/errorIds'
import type { LabId } from '../../labs/labIds'
import type { ConceptId } from '../../lessons/conceptIds'
import type { LessonId } from '../../lessons/lessonIds'
import type { ExampleId } from '../../recording/exampleIds'

/** A page that a lesson shows, by its kind and its id. */
export type CourseTarget =
  | `step:${LessonId}`
  | `concept:${ConceptId}`
  | `error:${ErrorId}`
  | `lab:${LabId}`
  /** The worksheet of a step or a lab. */
  | `sheet:${LessonId | LabId}`
  /** A recording that comes with the app. */
  | `example:${ExampleId}`
  | 'page:home'
  | 'page:labs'
  | 'page:diagnose'
  | 'page:room'

/** What one part of a lesson takes, in minutes, and shows. Its words are at the same place in lessons/course. */
export interface CoursePart {
  readonly minutes: number
  readonly show: readonly CourseTarget[]
}

/** One lesson of a course for a class; all words of it are in lessons/course, under its id. */
export interface CourseLesson {
  readonly id: CourseId
  readonly plan: readonly CoursePart[]
  /** The steps before which the teacher stops and asks. */
  readonly stops: readonly StepId[]
  readonly sheets: readonly CourseTarget[]
}

export type CourseId = 'first-call' | 'agree' | 'path' | 'networks' | 'secure-media' | 'repair'

/** The proposed course: six lessons of 45 minutes each. */
export const COURSE: readonly CourseLesson[] = [
  {
    id: 'first-call',
    plan: [
      { minutes: 5, show: ['page:home', 'concept:signaling'] },
      { minutes: 10, show: ['step:capture-media', 'step:add-tracks', 'step:create-offer'] },
      { minutes: 10, show: ['step:set-local-offer', 'step:gather-candidates', 'step:send-offer'] },
      { minutes: 15, show: ['sheet:create-offer', 'sheet:set-local-offer'] },
      { minutes: 5, show: [] },
    ],
    stops: ['create-offer', 'set-local-offer', 'send-offer'],
    sheets: ['sheet:create-offer', 'sheet:set-local-offer'],
  },
  {
    id: 'agree',
    plan: [
      { minutes: 5, show: ['step:send-offer'] },
      { minutes: 10, show: ['step:set-remote-offer', 'step:create-answer', 'concept:sdp'] },
      { minutes: 10, show: ['step:set-remote-answer', 'example:chromium-connected'] },
      { minutes: 15, show: ['lab:no-tracks', 'lab:wrong-order', 'error:wrong-state-stable'] },
      { minutes: 5, show: [] },
    ],
    stops: ['set-remote-offer', 'create-answer', 'set-local-answer', 'set-remote-answer'],
    sheets: ['sheet:create-answer'],
  },
  {
    id: 'path',
    plan: [
      { minutes: 5, show: ['example:chromium-no-candidates', 'error:no-candidates'] },
      { minutes: 10, show: ['step:gather-candidates', 'concept:candidates'] },
      { minutes: 10, show: ['concept:ice', 'step:connected'] },
      { minutes: 15, show: ['lab:early-candidate', 'lab:no-candidates'] },
      { minutes: 5, show: ['error:remote-description-null'] },
    ],
    stops: ['gather-candidates', 'send-offer'],
    sheets: ['sheet:gather-candidates', 'sheet:connected'],
  },
  {
    id: 'networks',
    plan: [
      { minutes: 5, show: ['error:same-network-only'] },
      { minutes: 12, show: ['concept:nat'] },
      { minutes: 8, show: ['concept:stun-turn'] },
      { minutes: 15, show: ['lab:unreachable-address', 'lab:relay-only'] },
      { minutes: 5, show: ['error:ice-401', 'error:ice-701', 'error:checking-failed'] },
    ],
    stops: ['gather-candidates'],
    sheets: ['sheet:relay-only'],
  },
  {
    id: 'secure-media',
    plan: [
      { minutes: 5, show: [] },
      { minutes: 10, show: ['concept:security', 'step:create-offer'] },
      { minutes: 10, show: ['lab:wrong-fingerprint'] },
      { minutes: 15, show: ['lab:codec-mismatch', 'lab:five-mutes', 'concept:media'] },
      { minutes: 5, show: ['error:dtls-failed'] },
    ],
    stops: ['create-offer', 'set-remote-answer'],
    sheets: ['sheet:wrong-fingerprint'],
  },
  {
    id: 'repair',
    plan: [
      { minutes: 5, show: ['concept:perfect-negotiation'] },
      { minutes: 15, show: ['lab:both-call', 'lab:ice-restart'] },
      { minutes: 12, show: ['page:diagnose', 'example:firefox-ice-failed', 'example:firefox-ice-repaired'] },
      { minutes: 8, show: ['page:room', 'concept:room'] },
      { minutes: 5, show: [] },
    ],
    stops: ['set-local-offer'],
    sheets: [],
  },
]
