import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config'

const rooms = 'tests/{unit,machines,signaling,lessons}/**'

// Plugins belong in vite.config.ts: the tests read the app through the same ones.
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // A hang still fails; a busy machine must not.
      testTimeout: 60_000,
      restoreMocks: true,
      unstubGlobals: true,
      coverage: {
        provider: 'v8',
        // The rooms of plain logic; Vue and the browser are the browser tests' to see.
        include: ['machines', 'broadcast-signaling', 'src/sdp', 'src/ice'].map((room) => `${room}/**/*.ts`),
        reporter: ['text'],
      },
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            // Files share what they import, which takes a third of the time off; none of these replaces a module.
            isolate: false,
            include: [`${rooms}/*.test.ts`],
            exclude: ['**/*.dom.test.ts'],
          },
        },
        {
          extends: true,
          test: { name: 'dom', environment: 'happy-dom', isolate: false, include: [`${rooms}/*.dom.test.ts`] },
        },
      ],
    },
  }),
)
