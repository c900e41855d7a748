const slowNetwork = 30 * 1024;

export function sendingTime(bytes: number): string {
  const seconds = bytes / slowNetwork;
  if (seconds <= 10) return "kurang dari 10 detik di jaringan lambat";
  if (seconds < 90) return `sekitar ${Math.round(seconds / 10) * 10} detik di jaringan lambat`;
  return `sekitar ${Math.round(seconds / 60)} menit di jaringan lambat`;
}
