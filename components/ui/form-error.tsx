/** Why a form was refused, announced at once. Renders nothing without a message. */
export function FormError({ message }: { message: string | null | undefined }) {
  if (!message) return null
  return (
    <p role="alert" className="border-s-4 border-danger ps-3 py-1 text-sm font-medium text-danger">
      {message}
    </p>
  )
}
