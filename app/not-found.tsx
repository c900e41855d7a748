import Link from "next/link";

export default function NotFound() {
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-12">
      <h1>Halaman tidak ditemukan</h1>
      <p>
        Alamat ini tidak ada, sudah dipindahkan, atau bukan bagian dari instansi Anda. Periksa lagi alamatnya, atau
        mulai dari beranda.
      </p>
      <p>
        <Link href="/beranda" prefetch={false} className="link">
          Ke beranda
        </Link>
      </p>
    </main>
  );
}
