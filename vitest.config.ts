import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config'

const rooms = 'tests/{unit,machines,signaling,lessons}/**'

// Plugins belong in vite.config.ts, so that the tests use the same ones as the app.
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // A hang fails; a busy machine does not.
      testTimeout: 60_000,
      restoreMocks: true,
      unstubGlobals: true,
      coverage: {
        provider: 'v8',
        // Folders of plain logic; browser tests cover Vue and the browser.
        include: ['machines', 'broadcast-signaling', 'src/sdp', 'src/ice'].map((room) => `${room}/**/*.ts`),
        reporter: ['text'],
      },
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            // Files share their imports, which saves a third of the time; no test replaces a module for others.
            isolate: false,
            include: [`${rooms}/*.test.ts`],
            exclude: ['**/*.dom.test.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'dom',
            environment: 'happy-dom',
            isolate: false,
            include: [`${rooms}/*.dom.test.ts`],
          },
        },
      ],
    },
  }),
)
