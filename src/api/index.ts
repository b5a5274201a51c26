export { createApiRouter } from './api-router'
export { listOperations } from './list-operations'
