// The entry of every `npm run …`. It must parse on any Node since version 6, so it holds no newer syntax:
// a newcomer with an old Node gets one sentence instead of a SyntaxError.
const least = [20, 9]
const found = process.versions.node.split('.').map(Number)

if (found[0] < least[0] || (found[0] === least[0] && found[1] < least[1])) {
  console.error(
    'Claimline needs Node ' +
      least.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '. ' +
      'Install a current version from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}

require('./load.cjs')
