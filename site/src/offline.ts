// A separate script that runs first: a page that fails to start can still fetch the version that fixes it.
import { registerWorker } from './platform/register-worker.ts'

if (import.meta.env.PROD) registerWorker()
