import { Badge, type Tone } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import type { ListedToken } from "@/lib/api-tokens/reads";
import { type TokenState, tokenState } from "@/lib/api-tokens/rules";
import { formatMoment } from "@/lib/time";
import { revokeTokenAction } from "./actions";

const stateWords: Record<TokenState, { word: string; tone: Tone }> = {
  used: { word: "berlaku", tone: "done" },
  expired: { word: "lewat masa berlaku", tone: "plain" },
  revoked: { word: "dicabut", tone: "plain" },
};

export function TokenList({ tokens, timeZone, now }: { tokens: readonly ListedToken[]; timeZone: string; now: Date }) {
  if (tokens.length === 0) return <p className="text-muted">Belum ada token.</p>;
  const moment = (at: Date) => formatMoment(at, timeZone);
  return (
    <ul className="border-t border-line">
      {tokens.map((token) => {
        const state = tokenState(token, now);
        return (
          <li key={token.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
            <div>
              <span className="font-semibold">{token.name}</span>{" "}
              <Badge tone={stateWords[state].tone}>{stateWords[state].word}</Badge>
              <span className="block text-sm text-muted">
                Dibuat {moment(token.createdAt)} ·{" "}
                {token.revokedAt
                  ? `dicabut ${moment(token.revokedAt)}`
                  : `${state === "expired" ? "berlaku sampai" : "sampai"} ${moment(token.expiresAt)}`}{" "}
                · {token.lastUsedAt ? `terakhir dipakai ${moment(token.lastUsedAt)}` : "belum pernah dipakai"}
              </span>
            </div>
            {state === "used" && (
              <ActionForm
                action={revokeTokenAction.bind(null, token.id)}
                submit={`Cabut ${token.name}`}
                tone="plain"
                className="flex flex-col gap-2"
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
