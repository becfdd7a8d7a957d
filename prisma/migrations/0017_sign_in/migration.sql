-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "breakGlass" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "MemberSession" ADD COLUMN     "begunBy" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "provenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "strong" BOOLEAN NOT NULL DEFAULT false;

-- Nobody has just shown who they are because of an update.
UPDATE "MemberSession" SET "provenAt" = "createdAt";

-- What Prisma cannot say.

ALTER TABLE "MemberSession" ADD CONSTRAINT member_session_begun_by CHECK (
  "begunBy" IN ('password', 'passwordAndCode', 'passwordAndRecoveryCode', 'link', 'passkey', 'provider'));
ALTER TABLE "Passkey" ADD CONSTRAINT passkey_name CHECK (btrim("name") <> '' AND "id" <> '' AND "counter" >= 0);
ALTER TABLE "MemberIdentity" ADD CONSTRAINT member_identity_named CHECK ("issuer" <> '' AND "subject" <> '');
