// Nudge: café
