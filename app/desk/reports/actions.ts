'use server'
import { action } from '@/app/_boundary/action'
import { closeReports } from '@/publishing/reader-report/close-reports'

export const setReportsClosed = action((actor, input: unknown) => closeReports(actor, input))
