import type { Command } from '../command.ts'
export const buildCommand: Command = { summary: '', help: '', run: async () => 0 }
