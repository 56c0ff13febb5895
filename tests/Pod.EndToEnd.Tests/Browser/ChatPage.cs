using Microsoft.Playwright;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Browser;

/// <summary>The chat page, in a user's terms.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    private ChatPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, line) => _complaints.Add(line.Text);
    }

    public IPage Page { get; }

    /// <summary>What the page wrote to the console, where the browser also reports violations of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Messages => Page.Locator(".message .text");

    public ILocator Problem => Page.GetByRole(AriaRole.Alert);

    public static async Task<ChatPage> OpenAsync(Chromium chromium, Uri server, long? channelId = null, ViewportSize? size = null)
    {
        var page = new ChatPage(await chromium.OpenAsync(channelId is null ? server : new Uri(server, $"#{channelId}"), size));
        await page.WaitUntilLiveAsync();
        return page;
    }

    /// <summary>Waits until the stream of the channel is open, so that nothing posted from now on is missed.</summary>
    public async Task WaitUntilLiveAsync()
    {
        await Page.Locator("#connection[data-state=live]").WaitForAsync(Attached);
        await Page.Locator("#messages[aria-busy=false]").Or(Page.Locator("#app[data-view=channels]")).First.WaitForAsync(Attached);
    }

    public Task WaitUntilLostAsync() => Page.Locator("#connection[data-state=waiting]").WaitForAsync(Attached);

    public async Task PostAsync(string author, string text)
    {
        await Page.GetByLabel("Your name").FillAsync(author);
        await Page.GetByLabel("Message", new PageGetByLabelOptions { Exact = true }).FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send" }).ClickAsync();
    }

    public Task WaitForMessageAsync(string text) => Messages.GetByText(text, new LocatorGetByTextOptions { Exact = true }).First.WaitForAsync();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static LocatorWaitForOptions Attached { get; } = new() { State = WaitForSelectorState.Attached, Timeout = (float)Machine.Patience.TotalMilliseconds };
}
