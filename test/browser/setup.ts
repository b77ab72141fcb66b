/** In browsers nothing can be computed before this; see the chromium project of vitest.config.ts. */
import { init } from '../../src/browser.ts';

await init();
