/** Actions whose own words would be taken for something else. */
const LABELS: Record<string, string> = {
  'claim.moved': 'Claim status changed',
  'claim.revised': 'Claim reworded',
  'claim.reanchored': 'Claim moved to other words',
  'claim.heard': 'Claim checked by ear',
  'claim.talk-ended': 'Talk about a verdict ended',
  'interview.earlier-published': 'Earlier text published again',
  'publication.stopped': 'Planned publication stopped',
  'publication.moved': 'Time of a planned publication changed',
  'publication.withdrawn': 'Planned publication withdrawn',
  'preview.shared': 'Preview link made',
  'preview.withdrawn': 'Preview link withdrawn',
  'transcript.origin-said': 'Whether a machine wrote the words',
}

/** An audit action in words: `member.roleChanged` is "Member role changed"; what came twice says so. */
export function actionLabel(action: string): string {
  const repeated = /[.-](?:(\w+)-)?repeated$/.exec(action)
  if (repeated)
    return `${sentence(action.slice(0, repeated.index))} ${repeated[1] ?? 'change'} sent again`.replace(
      '  ',
      ' ',
    )
  return LABELS[action] ?? sentence(action)
}

function sentence(action: string): string {
  const words = action
    .replace(/[._-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
