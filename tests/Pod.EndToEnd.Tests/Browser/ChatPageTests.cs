using Chat.Client;
using Microsoft.Playwright;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Browser;

/// <summary>The web page in a real browser against the real server.</summary>
[Collection(RunningChatTests.Name)]
public sealed class ChatPageTests(RunningChat chat, Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Two_pages_see_each_others_messages_arrive()
    {
        var channel = await chat.CreateChannelAsync();
        await using var ada = await ChatPage.OpenAsync(chromium, chat.Address, channel.Id);
        await using var grace = await ChatPage.OpenAsync(chromium, chat.Address, channel.Id);

        await ada.PostAsync("Ada", "Hello Grace");
        await grace.WaitForMessageAsync("Hello Grace");
        await grace.PostAsync("Grace", "Hello Ada");
        await ada.WaitForMessageAsync("Hello Ada");

        Assert.Equal(["Hello Grace", "Hello Ada"], await ada.Messages.AllInnerTextsAsync());
        Assert.Equal(["Hello Grace", "Hello Ada"], await grace.Messages.AllInnerTextsAsync());
        Assert.Empty(ada.Complaints);
        Assert.Empty(grace.Complaints);
    }

    [Fact]
    public async Task Markup_in_messages_and_names_is_text()
    {
        const string Markup = "<img src=x onerror=\"document.title='broken'\"><b>bold</b>";
        await using var client = new ChatClient(chat.Address);
        var channel = await client.Channel.CreateAsync($"<i>{Guid.NewGuid():N}</i>");
        await using var page = await ChatPage.OpenAsync(chromium, chat.Address, channel.Id);

        await client.Message.PostAsync(channel.Id, Markup, Markup);
        await page.WaitForMessageAsync(Markup);

        Assert.Equal(0, await page.Page.Locator("#messages img, #messages b, #channels i").CountAsync());
        Assert.Equal($"#{channel.Name} · Pod Chat", await page.Page.TitleAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_channel_is_created_and_its_name_remembered_by_the_address()
    {
        await using var page = await ChatPage.OpenAsync(chromium, chat.Address);
        var name = $"made {Guid.NewGuid():N}";

        await page.Page.GetByLabel("Name of the new channel").FillAsync(name);
        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Create channel" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = $"# {name}" }).WaitForAsync();
        await page.PostAsync("Ada", "First!");
        await page.WaitForMessageAsync("First!");
        await page.Page.ReloadAsync();
        await page.WaitForMessageAsync("First!");

        Assert.Equal("Ada", await page.Page.GetByLabel("Your name").InputValueAsync());
    }

    [Fact]
    public async Task Refusals_of_the_server_are_shown_in_words()
    {
        await using var page = await ChatPage.OpenAsync(chromium, chat.Address);

        await page.Page.EvaluateAsync("location.hash = '#404404'");

        await page.Problem.GetByText("There is no channel 404404.").WaitForAsync();
    }

    [Fact]
    public async Task A_phone_shows_the_channels_or_one_of_them()
    {
        var channel = await chat.CreateChannelAsync();
        await using var page = await ChatPage.OpenAsync(chromium, chat.Address, size: new ViewportSize { Width = 390, Height = 844 });

        await page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = channel.Name }).ClickAsync();
        await page.PostAsync("Ada", "From the tram");
        await page.WaitForMessageAsync("From the tram");
        Assert.False(await page.Page.GetByRole(AriaRole.Navigation).IsVisibleAsync());
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All channels" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Navigation).WaitForAsync();
    }
}
