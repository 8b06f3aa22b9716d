// A script of its own that comes first, so that a page that fails to start still gets the version that repairs it.
import { registerWorker } from './platform/register-worker.ts'

if (import.meta.env.PROD) registerWorker()
