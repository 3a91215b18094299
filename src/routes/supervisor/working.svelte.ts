/** One thing at a time that takes a while and may go wrong, and what is said of it. */
export function working(): Working {
  const it: Working = $state({
    told: '',
    busy: false,
    async work(doing, wrong, act) {
      if (it.busy) return;
      it.busy = true;
      it.told = doing;
      try {
        it.told = await act();
      } catch (error) {
        console.warn(wrong, error);
        it.told = wrong;
      } finally {
        it.busy = false;
      }
    },
  });
  return it;
}

export type Working = {
  /** What is being done, or has just happened, as a sentence. */
  told: string;
  busy: boolean;
  /**
   * Does nothing while it is busy.
   * @param doing what is said meanwhile
   * @param wrong what is said if it cannot be done
   * @param act what is done; it answers what is said afterwards
   */
  work(doing: string, wrong: string, act: () => Promise<string>): Promise<void>;
};
