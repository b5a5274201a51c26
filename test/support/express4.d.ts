/** The older Express, which has no types of its own here: for mounting us it is the same. */
declare module 'express4' {
  import express from 'express'
  export default express
}
