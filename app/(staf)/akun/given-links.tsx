import Link from "next/link";
import type { Actor } from "@/lib/actor";
import { givenLinkWords, listGivenLinks } from "@/lib/users/given-links";

type Props = { actor: Actor; now: Date; className?: string };

/** Tells a user that somebody else could have signed in as him: an admin made a sign-in link for his account. */
export async function GivenLinks({ actor, now, className = "" }: Props) {
  const links = await listGivenLinks(actor, now);
  if (links.length === 0) return null;
  return (
    <section
      aria-labelledby="tautan-masuk"
      className={`rounded border-l-4 border-soon bg-soon-soft px-4 py-3 ${className}`}
    >
      <h2 id="tautan-masuk" className="text-base">
        Tautan masuk untuk akun Anda
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {links.map((link) => (
          <li key={link.id}>{givenLinkWords(link, now, actor.organisation.timeZone)}</li>
        ))}
      </ul>
      <p className="mt-1">
        Bila Anda tidak memintanya, ganti kata sandi di{" "}
        <Link href="/akun" prefetch={false} className="link">
          Akun saya
        </Link>{" "}
        dan tanyakan kepada pembuatnya.
      </p>
    </section>
  );
}
