'use server'

import { action } from '@/app/_boundary/action'
import { editInterview as editCommand } from '@/transcripts/edit-interview'
import { saveParticipant as participantCommand } from '@/transcripts/save-participant'
import { setMachineMade as machineMadeCommand } from '@/transcripts/set-machine-made'
import {
  describePicture as describeCommand,
  removePicture as removePictureCommand,
} from '@/transcripts/set-picture'
import {
  setRecordingAddress as addressCommand,
  setRecordingEmbed as embedCommand,
  removeRecording as removeRecordingCommand,
} from '@/transcripts/set-recording'

export const editInterview = action((actor, input: unknown) => editCommand(actor, input))
export const saveParticipant = action((actor, input: unknown) => participantCommand(actor, input))
export const setMachineMade = action((actor, input: unknown) => machineMadeCommand(actor, input))
export const describePicture = action((actor, input: unknown) => describeCommand(actor, input))
export const removePicture = action((actor, input: unknown) => removePictureCommand(actor, input))
export const setRecordingAddress = action((actor, input: unknown) => addressCommand(actor, input))
export const setRecordingEmbed = action((actor, input: unknown) => embedCommand(actor, input))
export const removeRecording = action((actor, input: unknown) => removeRecordingCommand(actor, input))
