export { createApiRouter } from './api-router'
