// Ends with 0 where the server on this machine can work, for a container's health check.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/api/sehat/siap`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
