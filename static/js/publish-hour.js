// Says on the button itself when the story would open, in the newsroom's words: a browser may show dates in another order.

const button = document.querySelector("[data-at]");
const [day, hour] = document.querySelectorAll(".publish-fields input");

if (button && day && hour) {
  const before = button.textContent;
  const inWords = new Intl.DateTimeFormat("id-ID", { dateStyle: "full", timeZone: "UTC" });

  const say = () => {
    const moment = new Date(`${day.value}T00:00:00Z`);
    const isWhole = day.value && /^\d\d:\d\d/.test(hour.value) && !Number.isNaN(moment.getTime());
    const time = isWhole && `${inWords.format(moment)}, ${hour.value.slice(0, 5).replace(":", ".")} ${button.dataset.zone}`;
    button.textContent = isWhole ? button.dataset.at.replace("{time}", time) : before;
  };

  day.addEventListener("input", say);
  hour.addEventListener("input", say);
  window.addEventListener("pageshow", say);
}
