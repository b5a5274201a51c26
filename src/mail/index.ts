export { checkMailServer } from './check-mail-server'
