import type { GivenLinks } from "@/lib/users/many-links";
import { signInLinkOf } from "@/lib/users/rules";
import type { FormState } from "@/lib/web/form";

/** What a form shows after it made links; where none was made, they were made and shown before. */
export function linkState(links: GivenLinks): FormState {
  if (links.length === 0)
    return {
      message: "Tautan mereka sudah dibuat tadi, atau mereka sudah masuk. Muat ulang halaman untuk melihatnya.",
    };
  return {
    done: `${links.length} tautan masuk sudah dibuat.`,
    links: links.map(({ name, email, organisation, token }) => ({
      href: signInLinkOf(token),
      text: name,
      detail: `${organisation}, ${email}`,
    })),
  };
}
