/** Says that the words come from before: nobody saves by mistake what somebody else began. */
export function RestoredNotice({ drop }: { drop: () => void }) {
  return (
    <p role="status" className="rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      Isian Anda yang belum tersimpan dikembalikan. Periksa, lalu simpan.{" "}
      <button type="button" className="link min-h-11 px-2" onClick={drop}>
        Buang isian itu
      </button>
    </p>
  );
}
