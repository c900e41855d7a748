import { Badge } from "@/components/badge";
import type { Health } from "@/lib/health";

export function HealthSection({ health, problems }: { health: Health; problems: readonly string[] }) {
  return (
    <section aria-labelledby="keadaan">
      <h2 id="keadaan" className="mb-2">
        Keadaan
      </h2>
      {problems.length === 0 ? (
        <p>
          <Badge tone="done">Semua baik</Badge>
        </p>
      ) : (
        <ul className="flex flex-col gap-2">
          {problems.map((problem) => (
            <li key={problem}>
              <Badge tone="late">Perlu diperiksa</Badge> {problem}.
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-sm text-muted">
        Lokmin {health.version}
        {health.ok && `, PostgreSQL ${health.database.split(" ")[0]}`}
      </p>
    </section>
  );
}
