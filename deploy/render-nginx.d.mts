export function renderSite(given?: {
  listen?: string
  origin?: string
  cache?: string
  serverName?: string
}): string
export function wholeConfiguration(site: string, folder: string): string
