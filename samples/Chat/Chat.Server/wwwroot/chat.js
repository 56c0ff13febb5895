// The chat page: connects what the user does, what the server says and what is shown.

import { LiveChannel } from "./live.js";
import { MessageList, drawChannels } from "./view.js";
import { ModelError, NetworkError, call } from "./wire.js";

const NAME_KEY = "pod-chat-author";
const NEAR_BOTTOM = 80;

const ui = Object.fromEntries([...document.querySelectorAll("[id]")].map((found) => [found.id, found]));
const wide = matchMedia("(min-width: 720px)");
const touch = matchMedia("(pointer: coarse)");

let channels = null;
let selectedId = null;
let unseen = 0;
let countdown = null;

const messages = new MessageList(ui["message-list"], () => ui.author.value.trim());
const live = new LiveChannel({ state: showState, connected: loadChannels, latest: showLatest, message: showMessage, failed: showProblem });

async function loadChannels() {
  try {
    channels = await call("channel", "list");
  } catch (error) {
    showProblem(error);
    return;
  }
  showChannels();
  if (location.hash === "" && wide.matches && channels.length > 0) {
    location.replace(`#${channels[0].id}`);
  }
}

function select() {
  const id = Number(location.hash.slice(1));
  selectedId = Number.isSafeInteger(id) && id > 0 ? id : null;
  messages.clear();
  unseen = 0;
  ui.problem.hidden = true;
  ui.newer.hidden = true;
  ui.messages.setAttribute("aria-busy", String(selectedId !== null));
  showChannels();
  live.select(selectedId);
}

function selected() {
  return channels?.find((channel) => channel.id === selectedId);
}

function showChannels() {
  const channel = selected();
  drawChannels(ui.channels, channels ?? [], selectedId);
  ui["no-channels"].hidden = channels?.length !== 0;
  ui.app.dataset.view = selectedId === null ? "channels" : "room";
  ui["channel-name"].textContent = channel ? `# ${channel.name}` : "";
  showComposer(channel);
  showEmpty();
  showTitle();
}

function showComposer(channel) {
  const isNew = ui.composer.dataset.channel !== String(channel?.id);
  ui.composer.dataset.channel = String(channel?.id);
  ui.composer.hidden = channel?.state !== "open";
  // A touch keyboard would cover what somebody came to read.
  if (isNew && !touch.matches) {
    (ui.author.value ? ui.text : ui.author).focus();
  }
}

function showEmpty() {
  const isBusy = ui.messages.getAttribute("aria-busy") === "true";
  ui.messages.hidden = messages.length === 0;
  ui.empty.hidden = messages.length > 0;
  ui["empty-text"].textContent =
    selectedId === null ? "Choose a channel, or create one." : isBusy ? "Loading…" : selected() ? "Nothing here yet. Say hello." : "";
}

function showTitle() {
  const channel = selected();
  document.title = `${unseen > 0 ? `(${unseen}) ` : ""}${channel ? `#${channel.name} · ` : ""}Pod Chat`;
}

function showLatest(latest) {
  const stay = isAtBottom();
  messages.replace(latest);
  ui.messages.setAttribute("aria-busy", "false");
  showEmpty();
  if (stay) {
    scrollToBottom();
  }
}

function showMessage(message) {
  const stay = isAtBottom();
  if (message.channelId !== selectedId || !messages.add(message)) {
    return;
  }
  showEmpty();
  if (stay) {
    scrollToBottom();
  } else {
    ui.newer.hidden = false;
  }
  if (document.hidden) {
    unseen++;
    showTitle();
  }
}

function isAtBottom() {
  const list = ui.messages;
  return list.hidden || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_BOTTOM;
}

function scrollToBottom() {
  ui.messages.scrollTop = ui.messages.scrollHeight;
  ui.newer.hidden = true;
}

function showState(state, wait) {
  const words = { connecting: "Connecting…", live: "Live", waiting: "No connection" };
  ui.connection.dataset.state = state;
  ui["room-connection"].dataset.state = state;
  ui["connection-text"].textContent = words[state];
  ui["room-connection-text"].textContent = state === "live" ? "" : words[state];
  ui["try-now"].hidden = state !== "waiting";
  clearInterval(countdown);
  const until = Date.now() + (wait ?? 0);
  const tick = () => {
    ui.countdown.textContent = state === "waiting" ? `${Math.max(0, Math.ceil((until - Date.now()) / 1000))} s` : "";
  };
  tick();
  countdown = state === "waiting" ? setInterval(tick, 500) : null;
}

function showProblem(error) {
  console.error(error);
  ui["problem-text"].textContent = inWords(error);
  ui.problem.hidden = false;
  ui.messages.setAttribute("aria-busy", "false");
  showEmpty();
}

function inWords(error) {
  if (error instanceof ModelError) {
    switch (error.className) {
      case "ChannelNotFound":
        return `There is no channel ${error.data.channelId}.`;
      case "MessageRefused":
        return error.data.reason;
    }
  }
  return error instanceof NetworkError
    ? "There is no connection to the server. Nothing was lost: try again when it is back."
    : "The server could not do that. Try again, or look at its log.";
}

async function attempt(form, action) {
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await action();
    ui.problem.hidden = true;
  } catch (error) {
    showProblem(error);
  } finally {
    button.disabled = false;
  }
}

ui.create.addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(ui.create, async () => {
    const channel = await call("channel", "create", { name: ui["new-channel"].value });
    ui.create.reset();
    await loadChannels();
    location.hash = `#${channel.id}`;
  });
});

ui.composer.addEventListener("submit", (event) => {
  event.preventDefault();
  void attempt(ui.composer, async () => {
    const args = { channelId: selectedId, author: ui.author.value.trim(), text: ui.text.value.trim() };
    const message = await call("message", "post", args);
    ui.text.value = "";
    showMessage(message);
    scrollToBottom();
    ui.text.focus();
  });
});

// On a touch keyboard the return key makes a new line; there the button sends.
ui.text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch.matches) {
    event.preventDefault();
    ui.composer.requestSubmit();
  }
});

ui.author.value = localStorage.getItem(NAME_KEY) ?? "";
ui.author.addEventListener("change", () => {
  localStorage.setItem(NAME_KEY, ui.author.value.trim());
  messages.redraw();
});

// Whoever reads the newest message goes on seeing it when a keyboard takes half of the screen.
let sticksToBottom = true;
new ResizeObserver(() => sticksToBottom && scrollToBottom()).observe(ui.messages);
ui.messages.addEventListener("scroll", () => {
  sticksToBottom = isAtBottom();
  ui.newer.hidden ||= sticksToBottom;
});
ui.newer.addEventListener("click", scrollToBottom);
ui.dismiss.addEventListener("click", () => (ui.problem.hidden = true));
ui["try-now"].addEventListener("click", () => live.tryNow());
document.addEventListener("visibilitychange", () => {
  unseen = document.hidden ? unseen : 0;
  showTitle();
});
addEventListener("focus", () => ui.connection.dataset.state === "live" && void loadChannels());
addEventListener("hashchange", select);

select();
live.start();
