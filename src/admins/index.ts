export { type Actor, type Permission, permissions } from './actor'
