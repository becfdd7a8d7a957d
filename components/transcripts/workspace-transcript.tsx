import '@/components/transcripts/transcript.css'
import { transcriptAddress } from '@/components/transcripts/fetch-transcript'
import { TRANSCRIPT_ID } from '@/components/transcripts/transcript-id'

/**
 * The empty place of the transcript. Its turns are fetched beside the scripts and put in by the workspace: rendered here they
 * would be sent twice, once as the page and once as what React compares it with (docs/decisions/0014).
 */
export function WorkspaceTranscript({
  interviewId,
  language,
  direction,
}: {
  interviewId: string
  /** BCP 47 tag of what was spoken. */
  language: string
  direction: 'ltr' | 'rtl'
}) {
  return (
    <>
      {/* An element, not React's preload(): that reaches the browser only with the scripts. */}
      <link rel="preload" as="fetch" href={transcriptAddress(interviewId)} crossOrigin="anonymous" />
      <noscript>
        <p className="p-6">The workspace needs JavaScript.</p>
      </noscript>
      {/* A group, not an application: screen readers keep their reading keys and pass ours through in focus mode. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls */}
      <div
        id={TRANSCRIPT_ID}
        className="transcript"
        role="group"
        aria-label="Transcript"
        aria-describedby="transcript-hint"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected here by keyboard
        tabIndex={0}
        lang={language}
        dir={direction}
      />
    </>
  )
}
