const narrow = window.innerWidth < 560;
for (const chart of document.querySelectorAll('.chart')) {
  const figure = JSON.parse(chart.nextElementSibling.textContent);
  const font = { family: getComputedStyle(document.body).fontFamily, size: narrow ? 11 : 13, color: '#1d2733' };
  const layout = Object.assign({ font, margin: { l: 26, r: 40, t: 36, b: 40 }, paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)', hoverlabel: { font, align: 'right', bgcolor: '#fff' }, dragmode: false }, figure.layout);
  // Plotly measures Arabic labels too small: room for the longest, as far as the page has it.
  const labels = layout.yaxis.ticktext || (figure.data[0].type === 'heatmap' ? figure.data[0].y : []);
  const longest = Math.max(0, ...labels.map(label => label.length));
  layout.margin.r = Math.min(chart.clientWidth * 0.42, 24 + longest * font.size * 0.62);
  if (layout.xaxis.visible === false) layout.margin.r = 12;
  if (narrow && layout.xaxis.nticks) layout.xaxis.nticks = 4;
  if (narrow && layout.xaxis.visible === false)
    for (const sizes of figure.data.map(trace => trace.mode === 'text' ? trace.customdata : trace.marker?.size))
      sizes?.forEach((size, n) => sizes[n] = size * 0.7);
  for (const axis of [layout.xaxis, layout.yaxis]) { axis.gridcolor = '#e6eaef'; axis.fixedrange = true; }
  Plotly.newPlot(chart, figure.data, layout, { responsive: true, displaylogo: false, displayModeBar: false });
  const names = structuredClone(figure.data.find(trace => trace.mode === 'text'));
  if (names) whenWide(chart, () => placeNames(chart, names));
}
// Does it now, and again whenever the chart has another width.
function whenWide(chart, act) {
  let width;
  const look = () => {
    if (width === chart._fullLayout.width) return;
    width = chart._fullLayout.width;
    act();
  };
  chart.on('plotly_afterplot', look);
  look();
}
// Names stand beside their circles where they cover no other circle or name, those of the largest circles first; the ten largest may
// cover circles, the others that find no room are told on touch.
function placeNames(chart, names) {
  const { xaxis, yaxis } = chart._fullLayout, number = chart.data.findIndex(trace => trace.mode === 'text');
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${names.textfont.size}px ${getComputedStyle(document.body).fontFamily}`;
  const circles = names.text.map((name, n) => ({ n, name, x: xaxis.d2p(names.x[n]), y: yaxis.d2p(names.y[n]), r: names.customdata[n] / 2 }));
  const around = circles.map(c => [c.x - c.r, c.y - c.r, c.x + c.r, c.y + c.r]), boxes = [];
  const covers = (box, others) => others.filter(b => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3]).length;
  const text = names.text.map(() => ''), x = [...names.x], y = [...names.y];
  circles.sort((a, b) => b.r - a.r).forEach((c, rank) => {
    const wide = pen.measureText(c.name).width + 6, high = 15;
    const near = circles.filter(other => Math.hypot(other.x - c.x, other.y - c.y) < 120);
    const above = [c.x, c.y - c.r - high / 2 - 2], below = [c.x, c.y + c.r + high / 2 + 2];
    const places = [...(c.y > near.reduce((sum, other) => sum + other.y, 0) / near.length ? [below, above] : [above, below]),
      ...[1, -1].map(side => [c.x + side * (c.r + wide / 2), c.y]),
      ...[[1, -1], [-1, -1], [1, 1], [-1, 1]].map(([h, v]) => [c.x + h * (c.r * 0.7 + wide / 2), c.y + v * (c.r * 0.7 + high / 2)])]
      .map(([x, y]) => ({ x, y, box: [x - wide / 2, y - high / 2, x + wide / 2, y + high / 2] }))
      .filter(({ box }) => box[0] >= -24 && box[2] <= xaxis._length + 10 && covers(box, boxes) === 0)
      .sort((a, b) => covers(a.box, around) - covers(b.box, around));
    const found = places.find(({ box }) => rank < 10 || covers(box, around) === 0);
    if (!found) return;
    boxes.push(found.box);
    [text[c.n], x[c.n], y[c.n]] = [c.name, xaxis.p2d(found.x), yaxis.p2d(found.y)];
  });
  Plotly.restyle(chart, { text: [text], x: [x], y: [y] }, [number]);
}
