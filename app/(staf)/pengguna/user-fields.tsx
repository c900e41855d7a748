import { RadioGroup, TextField } from "@/components/form/field";
import { roleHints, roleNames } from "@/lib/users/rules";
import type { Role } from "@/prisma/generated/enums";

type User = { name: string; email: string; position: string | null; role: Role };

/** A user as the forms for adding and changing one show him. */
export function UserFields({
  roles,
  user,
  initialRole,
}: {
  roles: readonly Role[];
  user?: User;
  initialRole?: Role | undefined;
}) {
  return (
    <>
      <TextField name="name" label="Nama" hint="Lengkap dengan gelar" initial={user?.name} autoComplete="off" />
      <TextField
        name="email"
        label="Alamat email"
        hint="Dipakai untuk masuk; satu alamat untuk satu orang"
        initial={user?.email}
        type="email"
        autoComplete="off"
      />
      <TextField name="position" label="Jabatan" optional initial={user?.position} autoComplete="off" />
      <RadioGroup
        name="role"
        legend="Peran"
        initial={user?.role ?? initialRole}
        options={roles.map((role) => ({ value: role, label: roleNames[role], hint: roleHints[role] }))}
      />
    </>
  );
}
