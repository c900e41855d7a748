import { ActionForm } from "@/components/form/action-form";
import { FileField } from "@/components/form/file-field";
import { geojsonLimit, tooBigGeojson } from "@/lib/area-maps/rules";
import { uploadAreaMapAction } from "./actions";

export function BorderForm() {
  return (
    <ActionForm action={uploadAreaMapAction} submit="Unggah batas wilayah" tone="plain">
      <FileField
        name="file"
        label="Berkas GeoJSON"
        hint="Berkas .geojson atau .json, paling besar 5 MB, koordinat WGS 84 (derajat), setiap wilayah dengan kodenya."
        accept=".geojson,.json,application/geo+json,application/json"
        limit={{ bytes: geojsonLimit, sentence: tooBigGeojson }}
      />
    </ActionForm>
  );
}
