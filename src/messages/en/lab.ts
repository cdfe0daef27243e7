/** Words of the Lab's frame, its ids and its session view. */
export const labWords = {
  lab: {
    title: 'Session Lab',
  },
} as const;
