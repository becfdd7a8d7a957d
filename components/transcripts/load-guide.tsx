/** What can be read, and what happens with it: the page's margin while no file is chosen. */
export function LoadGuide({ kinds }: { kinds: readonly string[] }) {
  return (
    <div className="flex flex-col gap-6 text-sm lg:pt-3">
      <section>
        <h2 className="kicker mb-2">What can be read</h2>
        <ul className="border-t border-rule">
          {kinds.map((kind) => (
            <li key={kind} className="border-b border-rule py-1.5">
              {kind}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="kicker mb-2">What happens then</h2>
        <ol className="flex list-decimal flex-col gap-1 ps-5 text-ink-soft">
          <li>You see the turns, the speakers and whatever is wrong in the file, with its line.</li>
          <li>You say who the speakers are and give the interview its title.</li>
          <li>You save it. Readers see nothing until the interview is published.</li>
        </ol>
      </section>
    </div>
  )
}
