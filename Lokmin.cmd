@echo off
rem Klik dua kali untuk menjalankan Lokmin di Windows.
chcp 65001 >nul
cd /d "%~dp0" 2>nul
if not exist "prisma\run\start.mjs" (
  echo Berkas Lokmin yang lain tidak ada di samping berkas ini. Bila Anda membukanya dari dalam ZIP,
  echo ekstrak dulu semuanya ke sebuah folder; bila foldernya ada di komputer lain, salin dulu ke komputer ini.
  pause
  exit /b 1
)
where node >nul 2>nul
if errorlevel 1 (
  echo Node.js belum terpasang. Unduh versi LTS dari https://nodejs.org, pasang, lalu klik berkas ini lagi.
  pause
  exit /b 1
)
set LOKMIN_OPEN=1
node prisma\run\start.mjs
echo.
echo Lokmin berhenti.
pause
