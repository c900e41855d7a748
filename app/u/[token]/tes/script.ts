import { createHash } from "node:crypto";

/** Sends the form at every change, where there is a script; the buttons do the same without one. */
const text = `(()=>{const f=document.getElementById("f"),s=document.getElementById("s");if(!f||!s)return;let b=0,w=0;
const send=async()=>{if(b){w=1;return}b=1;w=0;s.textContent="Menyimpan …";let ok=0;
try{const r=await fetch(f.action,{method:"POST",body:new URLSearchParams([...new FormData(f),["do","simpan"],["lekas","1"]])});ok=r.ok;if(r.status==409)location.reload()}catch{}
b=0;s.textContent=ok?"Tersimpan":"Belum tersimpan. Tekan tombol di bawah bila sinyal sudah ada.";if(w)send()};
f.addEventListener("change",send)})()`;

export const scriptHash = createHash("sha256").update(text).digest("base64");

export const script = `<script>${text}</script>`;
