/* Keyboard, navigation, theme and palette of the frame, and the colours of charts. */
(function () {
  'use strict';
  const root = document.documentElement;
  const YEAR = 31536000;

  function remember(name, value) {
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = name + '=' + value + ';path=/;max-age=' + YEAR + ';samesite=lax' + secure;
  }

  function typing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  /* Navigation */
  function toggleNavigation() {
    const narrow = root.dataset.nav !== 'narrow';
    root.dataset.nav = narrow ? 'narrow' : 'wide';
    remember('pw-nav', root.dataset.nav);
    document.querySelector('[data-act="nav"]').setAttribute('aria-expanded', String(!narrow));
  }

  function drawer(open) {
    document.body.classList.toggle('drawer-open', open);
    const button = document.querySelector('[data-act="drawer"]');
    if (button) {
      button.setAttribute('aria-expanded', String(open));
      if (open) {
        document.querySelector('.frame-nav a').focus();
      } else if (document.activeElement.closest('.frame-nav')) {
        button.focus();
      }
    }
  }

  /* Theme: shown at once, kept in a cookie, and in the account by the server */
  function theme(name) {
    root.dataset.theme = name;
    remember('pw-theme', name);
    document.querySelectorAll('[data-theme-choice]').forEach(function (item) {
      item.setAttribute('aria-checked', String(item.dataset.themeChoice === name));
    });
    if (window.keepTheme) {
      window.keepTheme([{ name: 'theme', value: name }]);
    }
    paintCharts();
  }

  /* Palette */
  const palette = document.getElementById('palette');
  let chosen = 0;

  function hits() {
    return Array.from(palette.querySelectorAll('[role="option"]')).filter(function (hit) {
      return !hit.hidden;
    });
  }

  function choose(index) {
    const shown = hits();
    chosen = Math.max(0, Math.min(index, shown.length - 1));
    const input = palette.querySelector('input');
    palette.querySelectorAll('[role="option"]').forEach(function (hit) {
      hit.setAttribute('aria-selected', 'false');
    });
    if (shown.length) {
      shown[chosen].setAttribute('aria-selected', 'true');
      shown[chosen].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', shown[chosen].id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function narrowPalette() {
    const words = palette.querySelector('input').value.trim().toLowerCase();
    palette.querySelectorAll('[role="option"]').forEach(function (hit) {
      hit.hidden = !hit.dataset.found && words !== '' && !hit.textContent.toLowerCase().includes(words);
    });
    choose(0);
  }

  let waiting;
  function searchPalette() {
    narrowPalette();
    clearTimeout(waiting);
    const words = palette.querySelector('input').value.trim();
    if (words.length > 1 && window.findInPalette) {
      waiting = setTimeout(function () {
        window.findInPalette([{ name: 'words', value: words }]);
      }, 250);
    }
  }

  function openPalette() {
    if (palette && !palette.open) {
      palette.showModal();
      const input = palette.querySelector('input');
      input.value = '';
      narrowPalette();
      input.focus();
    }
  }

  if (palette) {
    palette.querySelector('input').addEventListener('input', searchPalette);
    palette.addEventListener('click', function (event) {
      if (event.target === palette) {
        palette.close();
      }
    });
    palette.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter') {
        event.preventDefault();
        const shown = hits();
        if (shown.length) {
          shown[chosen].querySelector('a').click();
        }
      }
    });
  }
  window.paletteFilled = narrowPalette;

  /* Keys */
  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !typing(event.target)) {
      const search = document.querySelector('.bar-search input[type="text"]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    } else if (event.key === 'Escape') {
      escape(event);
    }
  });

  function escape(event) {
    if (explained) {
      explain(null);
      return;
    }
    const menu = document.querySelector('.bar-menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else if (document.body.classList.contains('drawer-open')) {
      drawer(false);
    } else if (!document.querySelector('.ui-dialog[aria-hidden="false"]') && !(palette && palette.open) && !typing(event.target)) {
      const close = document.querySelector('.panel [data-close]');
      if (close) {
        close.click();
      }
    }
  }

  const acts = {
    nav: toggleNavigation,
    drawer: function () { drawer(!document.body.classList.contains('drawer-open')); },
    veil: function () { drawer(false); },
    palette: openPalette,
    copy: function (button) {
      navigator.clipboard.writeText(document.getElementById(button.dataset.from).textContent.trim());
      button.textContent = button.dataset.done;
    }
  };

  document.addEventListener('click', function (event) {
    const button = event.target.closest('[data-act]');
    if (button && acts[button.dataset.act]) {
      acts[button.dataset.act](button);
    }
    const choice = event.target.closest('[data-theme-choice]');
    if (choice) {
      theme(choice.dataset.themeChoice);
    }
    document.querySelectorAll('.bar-menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target) || choice) {
        menu.open = false;
      }
    });
  });

  /* How a figure is computed: shown in the top layer, inside the window */
  let explained = null;

  function explain(button) {
    if (explained === button) { return; }
    if (explained) {
      const last = explained.querySelector('[role="tooltip"]');
      if (last && last.matches(':popover-open')) { last.hidePopover(); }
    }
    explained = button;
    if (!button) { return; }
    const tip = button.querySelector('[role="tooltip"]');
    tip.showPopover();
    const at = button.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = at.left + at.width / 2 - size.width / 2;
    const above = at.top - size.height - 6;
    tip.style.left = Math.max(8, Math.min(left, root.clientWidth - size.width - 8)) + 'px';
    tip.style.top = (above < 8 ? at.bottom + 6 : above) + 'px';
  }

  document.addEventListener('mouseover', function (event) {
    const button = event.target.closest('.how');
    if (button || (explained && explained !== document.activeElement)) { explain(button); }
  });
  document.addEventListener('focusin', function (event) { explain(event.target.closest('.how')); });
  document.addEventListener('click', function (event) {
    const button = event.target.closest('.how');
    if (button) { explain(button); }
  });
  document.addEventListener('scroll', function () { explain(null); }, true);

  /* An upload tells how far it is; without this script the form is simply sent */
  const upload = document.getElementById('upload');
  if (upload) {
    upload.addEventListener('submit', function (event) {
      event.preventDefault();
      const sent = new FormData(upload, event.submitter);
      const request = new XMLHttpRequest();
      const place = document.getElementById('sending');
      const bar = place.querySelector('[role="progressbar"]');
      request.upload.addEventListener('progress', function (at) {
        const percent = at.lengthComputable ? Math.floor(100 * at.loaded / at.total) : 0;
        bar.setAttribute('aria-valuenow', String(percent));
        bar.firstElementChild.style.width = percent + '%';
        document.getElementById('sent').textContent = percent + ' %';
      });
      request.addEventListener('load', function () { location.assign(request.responseURL); });
      request.addEventListener('error', function () {
        place.hidden = true;
        document.getElementById('sendingFailed').hidden = false;
      });
      place.hidden = false;
      document.getElementById('sendingFailed').hidden = true;
      event.submitter.disabled = true;
      request.addEventListener('loadend', function () { event.submitter.disabled = false; });
      request.open('POST', upload.action);
      request.send(sent);
    });
  }

  /* A thin line while the server works */
  let running = 0;
  function busy(change) {
    running = Math.max(0, running + change);
    document.body.classList.toggle('busy', running > 0);
  }
  if (window.jQuery) {
    jQuery(document).on('pfAjaxSend', function (event, xhr, settings) {
      if (!settings || settings.global !== false) { busy(1); }
    });
    jQuery(document).on('pfAjaxComplete', function () { busy(-1); });
  }

  /* The address of what a side panel shows, so that it can be sent to a colleague */
  window.showAddress = function (name, value) {
    const address = new URL(location.href);
    if (value) {
      address.searchParams.set(name, value);
    } else {
      address.searchParams.delete(name);
    }
    history.replaceState(null, '', address);
  };

  /* Charts */
  const charts = new Set();

  function token(name) {
    const probe = document.createElement('span');
    probe.style.color = 'var(' + name + ')';
    document.body.appendChild(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  function paint(config) {
    const text = token('--pw-text-muted');
    const line = token('--pw-border');
    config.data.datasets.forEach(function (series, index) {
      const colour = token('--pw-series-' + ((series.pwSeries || index + 1)));
      series.borderColor = colour;
      series.pointBackgroundColor = colour;
      series.backgroundColor = colour;
    });
    Object.values(config.options.scales || {}).forEach(function (scale) {
      scale.ticks = Object.assign({}, scale.ticks, { color: text });
      scale.grid = Object.assign({}, scale.grid, { color: line });
      scale.border = { display: false };
      if (scale.title) { scale.title.color = text; }
    });
    const legend = config.options.plugins && config.options.plugins.legend;
    if (legend) {
      legend.labels = Object.assign({}, legend.labels, { color: token('--pw-text'), boxWidth: 10, boxHeight: 10 });
    }
  }

  /* Lines carry their names at their ends, apart from each other */
  const lineNames = {
    id: 'lineNames',
    afterDatasetsDraw: function (chart) {
      const names = chart.data.datasets.map(function (series, index) {
        const points = chart.getDatasetMeta(index).data.filter(function (point) { return !point.skip; });
        const last = points[points.length - 1];
        return last ? { text: series.label, colour: series.borderColor, x: last.x + 10, y: last.y } : null;
      }).filter(Boolean).sort(function (one, other) { return one.y - other.y; });
      names.forEach(function (name, index) {
        if (index > 0) { name.y = Math.max(name.y, names[index - 1].y + 16); }
      });
      const beyond = names.length ? names[names.length - 1].y - chart.chartArea.bottom : 0;
      chart.ctx.save();
      chart.ctx.font = '600 12px ' + Chart.defaults.font.family;
      chart.ctx.textBaseline = 'middle';
      names.forEach(function (name) {
        chart.ctx.fillStyle = name.colour;
        chart.ctx.fillText(name.text, name.x, name.y - Math.max(0, beyond));
      });
      chart.ctx.restore();
    }
  };

  function nameLines(config) {
    const measure = document.createElement('canvas').getContext('2d');
    measure.font = '600 12px ' + Chart.defaults.font.family;
    const widest = Math.max.apply(null, config.data.datasets.map(function (series) {
      return measure.measureText(series.label).width;
    }));
    config.options.layout = { padding: { right: Math.ceil(widest) + 14 } };
    config.options.plugins.legend.display = false;
    config.plugins = [lineNames];
  }

  function paintCharts() {
    charts.forEach(function (widget) {
      if (widget.chart) {
        paint(widget.cfg.config);
        widget.chart.update('none');
      }
    });
  }

  window.pitchwrightChart = function () {
    const config = this.cfg.config;
    config.options = Object.assign({ responsive: true, maintainAspectRatio: false, animation: false }, config.options);
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12;
    Chart.defaults.locale = root.lang;
    if (config.type === 'line') { nameLines(config); }
    paint(config);
    charts.add(this);
  };

  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paintCharts);
})();
