export { applyRetention, type Forgotten } from './apply-retention'
