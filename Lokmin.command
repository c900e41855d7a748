#!/bin/sh
# Klik dua kali untuk menjalankan Lokmin di macOS dan Linux.
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null; then
  echo "Node.js belum terpasang. Unduh versi LTS dari https://nodejs.org, pasang, lalu klik berkas ini lagi."
  printf "Tekan Enter untuk menutup. "
  read -r _
  exit 1
fi
LOKMIN_OPEN=1 node prisma/run/start.mjs
printf "Lokmin berhenti. Tekan Enter untuk menutup. "
read -r _
