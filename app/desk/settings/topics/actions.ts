'use server'
import { action } from '@/app/_boundary/action'
import {
  mergeTopics as mergeTopicsCommand,
  removeTopic as removeTopicCommand,
  renameTopic as renameTopicCommand,
} from '@/claims/topics/change-topics'

export const renameTopic = action((actor, input: unknown) => renameTopicCommand(actor, input))
export const mergeTopics = action((actor, input: unknown) => mergeTopicsCommand(actor, input))
export const removeTopic = action((actor, input: unknown) => removeTopicCommand(actor, input))
