// Makes frames of Paragraf as high as their content. Listens only to frames that carry data-paragraf, and takes only a height from them.
(function () {
  'use strict';
  if (window.paragrafFrames) return;
  window.paragrafFrames = true;
  window.addEventListener('message', function (event) {
    var message = event.data;
    if (!message || message.paragraf !== 'height' || typeof message.height !== 'number') return;
    if (!(message.height > 0 && message.height < 5000)) return;
    document.querySelectorAll('iframe[data-paragraf]').forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = Math.ceil(message.height) + 'px';
    });
  });
})();
