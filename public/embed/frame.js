// Tells the page around this frame how high its content is, and nothing else.
(function () {
  'use strict';
  if (window.parent === window) return;
  var last = 0;
  function tell() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    window.parent.postMessage({ paragraf: 'height', height: height }, '*');
  }
  tell();
  window.addEventListener('load', tell);
  if ('ResizeObserver' in window) new ResizeObserver(tell).observe(document.documentElement);
  else window.addEventListener('resize', tell);
})();
