import { type ExportFormat, isTimed, type OutgoingTranscript } from './outgoing'
import { paragraphsOf } from './text'
import { xmlText } from './xml-text'

/** A Word file: title above, then a paragraph a turn with its time and the speaker in bold, in styles that can be changed at once. */
export const docx: ExportFormat = {
  id: 'docx',
  label: 'Word (DOCX)',
  about: 'To read, mark up and send round. Speakers, and times where there are any.',
  extension: 'docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  needsTimes: false,
  carries: {
    speakers: 'labels',
    nobody: 'named',
    turns: 'speaker-changes',
    turnTimes: 'seconds',
    wordTimes: 'none',
    signs: 'plain',
  },
  write: writeDocx,
}

/** The docx library, because Word is strict about what it opens; loaded only when somebody asks for a Word file. */
async function writeDocx(transcript: OutgoingTranscript): Promise<Uint8Array> {
  const { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } = await import(
    'docx'
  )
  const timed = isTimed(transcript)
  const rightToLeft = transcript.direction === 'rtl'
  const run = (text: string, style?: string) =>
    new TextRun({ text: xmlText(text), rightToLeft, ...(style ? { style } : {}) })
  const block = (style: string, children: InstanceType<typeof TextRun>[]) =>
    new Paragraph({ style, bidirectional: rightToLeft, children })
  const about = [transcript.happenedOn, transcript.place, transcript.platform].filter(Boolean).join(' · ')
  // In the page's header, not among the words: whoever loads the file again must not take a title for speech.
  const title = block('Title', [run(transcript.title)])
  const heading = about === '' ? [title] : [title, block('Subtitle', [run(about)])]
  const turns = paragraphsOf(transcript, timed).map(({ label, time, words }) =>
    block('Turn', [
      ...(label === '' ? [] : [run(label, 'Speaker')]),
      ...(time === '' ? [] : [run(label === '' ? time : ` ${time}`, 'Time')]),
      run(`${label === '' ? '' : ':'}${label + time === '' ? '' : ' '}${words}`),
    ]),
  )
  const pageNumber = () =>
    new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ children: [PageNumber.CURRENT], style: 'Time' })],
        }),
      ],
    })
  const file = new Document({
    title: xmlText(transcript.title),
    creator: 'Claimline',
    lastModifiedBy: 'Claimline',
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22, language: languageOf(transcript) } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 80 } } },
      },
      paragraphStyles: [
        {
          id: 'Subtitle',
          name: 'Subtitle',
          basedOn: 'Normal',
          run: { color: '595959', size: 20 },
          paragraph: { spacing: { after: 320 } },
        },
        {
          id: 'Turn',
          name: 'Turn',
          basedOn: 'Normal',
          quickFormat: true,
          paragraph: { spacing: { after: 160, line: 300 } },
        },
      ],
      characterStyles: [
        { id: 'Speaker', name: 'Speaker', quickFormat: true, run: { bold: true } },
        { id: 'Time', name: 'Time', quickFormat: true, run: { color: '595959', size: 18 } },
      ],
    },
    sections: [
      {
        properties: { titlePage: true },
        headers: {
          first: new Header({ children: heading }),
          default: new Header({ children: [block('Subtitle', [run(transcript.title)])] }),
        },
        footers: { first: pageNumber(), default: pageNumber() },
        children: turns,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** Word checks spelling by another setting where the script runs from right to left. */
function languageOf({ language, direction }: OutgoingTranscript) {
  return direction === 'rtl' ? { value: language, bidirectional: language } : { value: language }
}
