export function PasskeyMessage({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text && <p className="rounded border-l-4 border-late bg-late-soft px-4 py-3 font-semibold">{text}</p>}
    </div>
  );
}
