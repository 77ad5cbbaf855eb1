/** A row of the outbox, as an errand that is due. */
import type { DueErrand } from "./outbox.ts";

export type OutboxRow = {
  id: string;
  kind: string;
  payload: string;
  due_at: number;
  expires_at: number;
  attempts: number;
  puts: number;
  is_repeat: number;
};

export function toErrand({
  id,
  kind,
  payload,
  due_at,
  expires_at,
  attempts,
  puts,
  is_repeat,
}: OutboxRow): DueErrand {
  return {
    id,
    kind,
    payload: JSON.parse(payload),
    dueAt: due_at,
    expiresAt: expires_at,
    attempts,
    isRepeat: is_repeat === 1,
    puts,
  };
}
