import styles from './Screen.module.css';

/** The ribbon as a mark, with the app's name. */
export const Brand = () => (
  <div className={styles['brand']}>
    <svg width="28" height="20" viewBox="0 0 28 20" aria-hidden="true">
      <path className={styles['markRight']} d="M1 9V3.2C8 .8 13 1 18 3.4S25 6 27 6.6V9Z" />
      <path
        className={styles['markLeft']}
        d="M1.7 11v5.6c7 2.4 11 1.6 15.3-.4 5-2.4 7-2.8 9.3-3.2v-2Z"
      />
    </svg>
    <span>Mimi Companion</span>
  </div>
);
