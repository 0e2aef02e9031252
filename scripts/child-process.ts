/** What a process started by the supervisor does to be stopped in order and never to outlive it. */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', begin);
  if (process.send && !process.connected) begin();
  // The supervisor was killed: nobody is left to stop us.
  process.on('disconnect', begin);
  // Ctrl-C and a closed terminal reach the whole group; under a supervisor it is the one to decide.
  for (const signal of ['SIGINT', 'SIGHUP'] as const)
    process.on(signal, process.send ? () => undefined : begin);
  // A closed terminal must not turn a line of the log into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Tells the supervisor that work has begun. */
export function reportReady(): void {
  process.send?.('ready');
}
