
(function () {
  'use strict';
  var form = document.getElementById('search');
  var wanted = document.getElementById('wanted');
  var found = document.getElementById('found');
  var articles = Array.from(document.querySelectorAll('article'));
  var texts = new Map();
  articles.forEach(function (article) {
    texts.set(article.dataset.of, article.textContent.toLowerCase());
  });
  function filter() {
    var words = wanted.value.toLowerCase().split(/\s+/);
    var count = 0;
    document.querySelectorAll('[data-of]').forEach(function (element) {
      var text = texts.get(element.dataset.of);
      element.hidden = !words.every(function (word) { return text.includes(word); });
      if (element.tagName.toLowerCase() === 'article') {
        count += element.hidden ? 0 : 1;
      }
    });
    document.querySelectorAll('.filtered').forEach(function (part) {
      part.hidden = !part.querySelector('[data-of]:not([hidden])');
    });
    found.textContent = wanted.value.trim() === '' ? '' : count + ' of ' + articles.length + ' types';
  }
  wanted.addEventListener('input', filter);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  window.addEventListener('hashchange', function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      if (target.closest('[hidden]')) {
        wanted.value = '';
        filter();
        target.scrollIntoView();
      }
    }
  });
  form.hidden = false;
}());
