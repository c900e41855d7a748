@echo off
rem Klik dua kali untuk menjalankan Lokmin di Windows.
chcp 65001 >nul
cd /d "%~dp0"
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
