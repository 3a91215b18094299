/* After a quick exit Back shows no page of the course: each leads on to the plain one, in this tab, until the course is opened anew. */
(() => {
  const plain = new URL('conversions.html', document.currentScript.src).href;

  function check(wentBack) {
    try {
      if (sessionStorage.getItem('nwyt:left') === null) return;
      if (!wentBack) return sessionStorage.removeItem('nwyt:left');
    } catch {
      // Storage is barred, so nothing was noted.
      return;
    }
    document.documentElement.hidden = true;
    location.replace(plain);
  }

  const [visit] = performance.getEntriesByType('navigation');
  check(visit !== undefined && visit.type === 'back_forward');
  // A page that the browser had kept whole runs no script again.
  addEventListener('pageshow', ({ persisted }) => persisted && check(true));
})();
