-- AlterTable
ALTER TABLE "CommandReceipt" ADD COLUMN     "inputHash" TEXT NOT NULL;

-- What Prisma cannot say.

-- Other input under the same id is another request, and is refused.
ALTER TABLE "CommandReceipt" ADD CONSTRAINT command_receipt_hash CHECK ("inputHash" ~ '^[0-9a-f]{64}$');
