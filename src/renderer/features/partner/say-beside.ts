/** Says a time by its day, or to the minute. */
type SayTime = (time: number, isToMinute?: boolean) => string;

/** Says `time`, to the minute where `beside`, to be compared with it, is of the same day; null: there is none. */
export const sayBeside = (say: SayTime, time: number, beside: number | null): string =>
  say(time, beside !== null && say(beside) === say(time));
