import { createRouter, createWebHistory } from 'vue-router'
import type { RouteLocation, Router, RouterHistory } from 'vue-router'
import { initialReading } from './composables/reading'
import { readStored } from './browser/storage'
import { firstLanguage, isReading, langTag } from './i18n/i18n'
import { reading } from './i18n/useI18n'
import { CONCEPT_IDS, isConceptId } from './lessons/conceptIds'
import { isLessonId, LESSON_IDS } from './lessons/lessonIds'
import { pageTitle } from './composables/pageTitle'
import { loadPhoneLayout } from './pages/phoneLayout'

const READING = ':reading(zh|en|both)'

/**
 * The app's addresses below its root, `/` or a folder. Each ends with a slash, like the built folders. `openCall`
 * creates the call that the call page shows.
 */
export function createAppRouter(
  root: string,
  openCall: () => Promise<unknown>,
  history: RouterHistory = createWebHistory(root),
): Router {
  const router = createRouter({
    history,
    routes: [
      { path: '/', redirect: () => ({ name: 'home', params: { reading: preferred() } }) },
      { path: `/${READING}/`, name: 'home', component: () => import('./pages/HomePage.vue') },
      {
        path: `/${READING}/call/:step(${LESSON_IDS.join('|')})?/`,
        name: 'call',
        component: () =>
          Promise.all([import('./pages/CallPage.vue'), openCall(), loadPhoneLayout()]).then(([page]) => page),
      },
      {
        path: `/${READING}/concepts/`,
        name: 'concepts',
        component: () => import('./pages/ConceptsPage.vue'),
      },
      {
        path: `/${READING}/concepts/:concept(${CONCEPT_IDS.join('|')})/`,
        name: 'concept',
        component: () => import('./pages/ConceptPage.vue'),
      },
      {
        path: `/${READING}/errors/`,
        name: 'errors',
        component: () => import('./pages/ErrorsPage.vue'),
      },
      {
        // The page checks the id, because the list of errors would add to the first view of every page.
        path: `/${READING}/errors/:error([a-z0-9-]+)/`,
        name: 'error',
        component: () => import('./pages/ErrorPage.vue'),
      },
      {
        path: `/${READING}/glossary/`,
        name: 'glossary',
        component: () => import('./pages/GlossaryPage.vue'),
      },
      {
        path: `/${READING}/labs/`,
        name: 'labs',
        component: () => import('./pages/LabsPage.vue'),
      },
      {
        path: `/${READING}/labs/bench/`,
        name: 'bench',
        component: () => import('./pages/BenchPage.vue'),
      },
      {
        // The page checks the id, as that of an error.
        path: `/${READING}/labs/:lab([a-z0-9-]+)/`,
        name: 'lab',
        component: () => import('./pages/LabPage.vue'),
      },
      {
        path: `/${READING}/diagnose/`,
        name: 'diagnose',
        component: () => import('./pages/DiagnosePage.vue'),
      },
      {
        path: `/${READING}/story/`,
        name: 'story',
        component: () => import('./pages/StoryPage.vue'),
      },
      {
        // The page checks the id, as that of an error.
        path: `/${READING}/diagnose/:fault([a-z0-9-]+)/`,
        name: 'fault',
        component: () => import('./pages/FaultPage.vue'),
      },
      {
        path: `/${READING}/room/`,
        name: 'room',
        component: () => import('./pages/RoomPage.vue'),
      },
      {
        path: `/${READING}/course/`,
        name: 'course',
        component: () => import('./pages/CoursePage.vue'),
      },
      {
        path: `/${READING}/course/worksheet/`,
        name: 'course-worksheet',
        component: () => import('./pages/WorksheetPage.vue'),
      },
      {
        path: `/${READING}/course/hand-in/`,
        name: 'course-hand-in',
        component: () => import('./pages/HandInPage.vue'),
      },
      {
        path: `/${READING}/course/marking/`,
        name: 'course-marking',
        component: () => import('./pages/MarkingPage.vue'),
      },
      {
        path: `/${READING}/:rest(.*)*`,
        name: 'not-found',
        component: () => import('./pages/NotFoundPage.vue'),
      },
      {
        path: '/:rest(.*)*',
        redirect: ({ params }) => ({ name: 'not-found', params: { ...params, reading: preferred() } }),
      },
    ],
  })

  router.afterEach((to) => {
    const asked = String(to.params['reading'])
    if (isReading(asked)) reading.value = asked
    // The build writes the head of the pages that it renders.
    if (import.meta.env.SSR) return
    document.documentElement.lang = langTag(firstLanguage(reading.value))
    // The pages of the course set their own titles (usePageTitle), so that no other page loads their words.
    if (!String(to.name).startsWith('course')) document.title = pageTitle(reading.value, pageOf(to))
  })

  return router
}

function preferred() {
  return initialReading(readStored('reading'), navigator.languages)
}

function pageOf({ name, params }: RouteLocation) {
  if (name === 'home' || name === 'concepts' || name === 'glossary') return name
  // An error page sets its own title once its text is loaded.
  if (name === 'errors' || name === 'error') return 'errors'
  // A lab sets its own title once its text is loaded, too.
  if (name === 'labs' || name === 'lab') return 'labs'
  if (name === 'bench' || name === 'diagnose' || name === 'story') return name
  if (name === 'fault') return 'diagnose'
  // `room` is also the id of a concept.
  if (name === 'room') return 'room-page'
  const concept = String(params['concept'])
  if (name === 'concept' && isConceptId(concept)) return concept
  if (name !== 'call') return 'not-found'
  const step = String(params['step'])
  return isLessonId(step) ? step : 'call'
}
