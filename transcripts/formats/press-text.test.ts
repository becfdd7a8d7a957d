import { describe, expect, it } from 'vitest'
import { pressText } from './press-text'
import { sourceOf } from './source'

const parse = (text: string) => pressText.parse(sourceOf(text))
const spoken = (text: string) => parse(text).cues.map(({ speaker, text }) => [speaker, text])

describe('press text', () => {
  it('reads front matter, heading, questions, wrapped lines and the end mark', () => {
    const text = `---
date: '2031-04-02'
source_url: https://example.org/remarks
title: "Interview of the Mayor,\\_\\
  Harbour TV"
---
 
Town Hall

9:00 A.M. EDT

     Q    Madam Mayor, good\u00a0\u00a0 morning.  
  
     THE MAYOR:  Good morning.  (Laughs.)  
     I said to them: we will
build it.

We did.

     Q    Thank you.

                              END                    9:10 A.M. EDT
`
    const { meta, problems } = parse(text)
    expect(meta).toEqual({
      title: 'Interview of the Mayor, Harbour TV',
      date: '2031-04-02',
      sourceUrl: 'https://example.org/remarks',
    })
    expect(spoken(text)).toEqual([
      ['Q', 'Madam Mayor, good morning.'],
      ['THE MAYOR', 'Good morning. (Laughs.) I said to them: we will build it.'],
      ['THE MAYOR', 'We did.'],
      ['Q', 'Thank you.'],
    ])
    expect(problems).toMatchObject([{ code: 'heading-left-out', severity: 'info', line: 8 }])
    expect(parse(text).cues.map((cue) => cue.line)).toEqual([12, 14, 18, 20])
  })

  it('knows a surname after the full name and its role', () => {
    const text =
      'Read the transcript below:\r\nANNA BERG, CHANNEL 6 MODERATOR: Welcome.\r\nTOM REED (D), MAYOR OF PORT: Thanks.\r\nBERG:  First: the harbour.\r\nREED:  (CROSSTALK)\r\nThe harbour is ours: it always was.\r\nBERG (voice-over): It closed.'
    expect(spoken(text)).toEqual([
      ['ANNA BERG', 'Welcome.'],
      ['TOM REED', 'Thanks.'],
      ['ANNA BERG', 'First: the harbour.'],
      ['TOM REED', '(CROSSTALK) The harbour is ours: it always was.'],
      ['ANNA BERG', 'It closed.'],
    ])
  })

  it('does not guess which of two people of one surname spoke', () => {
    const names = spoken('ANNA BERG: Hello.\n\nTOM BERG: Hello.\n\nBERG: Bye.\n\nBERG: Bye.').map(
      ([name]) => name,
    )
    expect(names).toEqual(['ANNA BERG', 'TOM BERG', 'BERG', 'BERG'])
  })

  it('reads full names, initials, Markdown and several scripts', () => {
    expect(spoken('Anna Berg: Hello.\n\nTom R Reed: Hi.\n\nAnna Berg: Bye.').map(([name]) => name)).toEqual([
      'Anna Berg',
      'Tom R Reed',
      'Anna Berg',
    ])
    expect(
      spoken('**Anna:** Hello.\n\n**SPEAKER_01**: Hi.\n\n**Anna:** Bye.\n\n**Anna:** Now.').map(
        ([name]) => name,
      ),
    ).toEqual(['Anna', 'SPEAKER_01', 'Anna', 'Anna'])
    expect(
      spoken('主持人：大家好。\n嘉宾：你好。\n主持人：好。\n嘉宾：好。\n主持人：再见。\n嘉宾：再见。').map(
        ([name]) => name,
      ),
    ).toEqual(['主持人', '嘉宾', '主持人', '嘉宾', '主持人', '嘉宾'])
  })

  it('does not take a sentence with a colon for a speaker', () => {
    const text =
      'MR. REED: I think one has to ask\nwhy: because it matters.\n\nPennsylvania: that is where it was.\n\nLet me ask you tonight: who paid?\n\nMS. BERG: Note: nobody.\n\nMR. REED: He said this: we won.'
    expect(new Set(spoken(text).map(([name]) => name))).toEqual(new Set(['MR. REED', 'MS. BERG']))
    expect(spoken('He said this: we won.\n\nAnd then: nothing.').map(([name]) => name)).toEqual([null, null])
  })

  it('keeps a text without speakers, a paragraph a turn', () => {
    const { cues } = parse('The first paragraph\nis wrapped.\n\nThe second.')
    expect(cues.map(({ text, startsTurn }) => [text, startsTurn])).toEqual([
      ['The first paragraph is wrapped.', true],
      ['The second.', true],
    ])
  })

  it('lets no markup through', () => {
    const { cues, problems } = parse(
      'ANNA: <script>alert(1)</script> hello <b>you</b>\n\nTOM: 1 < 2 and <img src=x onerror=y>',
    )
    expect(cues.map((cue) => cue.text)).toEqual(['alert(1) hello you', '1 < 2 and'])
    expect(problems.map((problem) => problem.code)).toEqual(['markup-removed', 'markup-removed'])
  })
})
