// Draws channels and messages. Text of users only ever becomes text nodes, never markup.

const GROUP_WITHIN = 5 * 60_000;
const MOST_SHOWN = 500;

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

export function drawChannels(list, channels, selectedId) {
  list.replaceChildren(
    ...channels.map((channel) => {
      const name = element("span", "name", channel.name);
      name.dir = "auto";
      const link = element("a", "", element("span", "sign", "#"), name);
      link.href = `#${channel.id}`;
      if (channel.id === selectedId) {
        link.setAttribute("aria-current", "page");
      }
      if (channel.state === "archived") {
        link.append(element("span", "badge", "archived"));
      }
      return element("li", "", link);
    }),
  );
}

/** The list of messages of one channel, in the order of their ids, each once. */
export class MessageList {
  #list;
  #messages = [];
  #myName = () => "";

  constructor(list, myName) {
    this.#list = list;
    this.#myName = myName;
  }

  get length() {
    return this.#messages.length;
  }

  clear() {
    this.#messages = [];
    this.#list.replaceChildren();
  }

  /** Shows these, and of what is shown already only what is newer. */
  replace(messages) {
    const newest = messages.at(-1)?.id ?? 0;
    this.#messages = [...messages, ...this.#messages.filter((message) => message.id > newest)];
    this.redraw();
  }

  /** Adds a message; false when it is there already. */
  add(message) {
    const last = this.#messages.at(-1);
    if (this.#messages.some((known) => known.id === message.id)) {
      return false;
    }
    this.#messages.push(message);
    if ((last && last.id > message.id) || this.#messages.length > MOST_SHOWN) {
      this.#messages.sort((a, b) => a.id - b.id);
      this.#messages.splice(0, this.#messages.length - MOST_SHOWN);
      this.redraw();
    } else {
      this.#list.append(...this.#draw(message, last));
    }
    return true;
  }

  redraw() {
    this.#list.replaceChildren(...this.#messages.flatMap((message, index) => this.#draw(message, this.#messages[index - 1])));
  }

  #draw(message, previous) {
    const at = new Date(message.sentAt);
    const before = previous ? new Date(previous.sentAt) : null;
    const isNewDay = before?.toDateString() !== at.toDateString();
    const author = message.author?.name ?? "Somebody";
    const isContinued = !isNewDay && previous.authorId === message.authorId && at - before < GROUP_WITHIN;

    const time = element("time", "", clock.format(at));
    time.dateTime = message.sentAt;
    const text = element("p", "text", message.text);
    text.dir = "auto";
    const by = element("p", "by", element("span", "who", author), " ", time);
    const avatar = element("span", "avatar", initials(author));
    avatar.setAttribute("aria-hidden", "true");
    avatar.style.setProperty("--hue", hue(author));

    const item = element("li", "message", avatar, element("div", "bubble", by, text));
    item.classList.toggle("own", author === this.#myName());
    item.classList.toggle("continued", isContinued);
    return isNewDay ? [element("li", "day", dayName(at)), item] : [item];
  }
}

function dayName(at) {
  const daysAgo = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  return daysAgo === 0 ? "Today" : daysAgo === 1 ? "Yesterday" : day.format(at);
}

function initials(name) {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...word][0] ?? "").join("").toUpperCase();
}

// The same name has the same colour everywhere.
function hue(name) {
  let hash = 0;
  for (const character of name) {
    hash = (hash * 31 + character.codePointAt(0)) % 360;
  }
  return hash;
}
