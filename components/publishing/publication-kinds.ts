/** The kinds of publication, as the desk calls them. */
export const PUBLICATION_KINDS: Record<string, string> = {
  first: 'First publication',
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
  takedown: 'Taken down',
}
