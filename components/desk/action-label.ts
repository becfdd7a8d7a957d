/** An audit action in words: `member.roleChanged` is "Member role changed". */
export function actionLabel(action: string): string {
  const words = action
    .replace(/[._-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
