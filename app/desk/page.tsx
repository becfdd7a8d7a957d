import { redirect } from 'next/navigation'

/** The desk opens on its interviews. */
export default function DeskPage(): never {
  redirect('/desk/interviews')
}
