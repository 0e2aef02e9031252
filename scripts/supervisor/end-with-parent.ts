/** Loaded into a step before its own code: ends the process when the supervisor that waits for it is gone. */
if (process.env.STEP_PARENT === String(process.ppid)) {
  process.on('disconnect', () => process.exit(1));
  // Waiting for this must not keep the step from ending by itself.
  process.channel?.unref();
}
