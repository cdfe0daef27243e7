const padded = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** The time of day with milliseconds, such as `09:05:00.123`. `at` in milliseconds since 1970. */
export const timeText = (at: number): string => {
  const time = new Date(at);
  const parts = [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => padded(part));
  return `${parts.join(':')}.${padded(time.getMilliseconds(), 3)}`;
};
