import { CheckboxGroup, TextField } from "@/components/form/field";
import { topicNames, webhookTopics } from "@/lib/webhooks/topics";

export function WebhookFields({ url = "", topics = webhookTopics }: { url?: string; topics?: readonly string[] }) {
  return (
    <>
      <TextField
        name="url"
        type="url"
        label="Alamat tujuan"
        hint="Alamat di sistem penerima, misalnya https://dasbor.contoh.go.id/lokmin"
        initial={url}
      />
      <CheckboxGroup
        name="topics[]"
        legend="Peristiwa yang dikirim"
        initial={topics}
        options={webhookTopics.map((topic) => ({
          value: topic,
          label: `${topicNames[topic].name}: ${topicNames[topic].hint}`,
        }))}
      />
    </>
  );
}
