// Loads platform/boot/NAME.mjs and runs its main(). Apart from run.cjs because an old Node cannot parse `import()`.
const [name, ...args] = process.argv.slice(2)

import(`./${name}.mjs`)
  .then((command) => command.main(args))
  .then((code) => {
    if (typeof code === 'number') process.exitCode = code
  })
  .catch((error) => {
    // A Stop is a sentence written for people; anything else is our own mistake and keeps its stack.
    console.error(error?.name === 'Stop' ? `\n${error.message}` : error)
    process.exit(1)
  })
