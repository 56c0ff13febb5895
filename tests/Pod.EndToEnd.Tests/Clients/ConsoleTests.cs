using Chat.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Clients;

/// <summary>The sample's terminal client against the real server.</summary>
[Collection(RunningChatTests.Name)]
public sealed class ConsoleTests(RunningChat chat)
{
    [Fact]
    public async Task Create_and_list_show_the_channel()
    {
        var name = $"console {Guid.NewGuid():N}";

        var created = await RunAsync("create", name);
        var listed = await RunAsync("list");

        Assert.Equal((0, ""), (created.ExitCode, created.Errors));
        Assert.Equal((0, ""), (listed.ExitCode, listed.Errors));
        Assert.Contains(created.Output, listed.Output, StringComparison.Ordinal);
        Assert.Contains(name, created.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_and_latest_show_the_message_without_control_characters()
    {
        var channel = await chat.CreateChannelAsync();

        var posted = await RunAsync("post", $"{channel.Id}", "red \e[31m alert", "--author", "ada");
        var latest = await RunAsync("latest", $"{channel.Id}");

        Assert.Equal((0, ""), (posted.ExitCode, posted.Errors));
        Assert.Equal(posted.Output, latest.Output);
        Assert.EndsWith("ada: red  [31m alert\n", latest.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posting_to_no_channel_says_so_in_one_line()
    {
        var (exitCode, output, errors) = await RunAsync("post", "404404", "hello");

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Equal("There is no channel 404404. The command 'list' shows those that exist.\n", errors);
    }

    [Fact]
    public async Task A_refused_message_says_why_in_one_line()
    {
        var channel = await chat.CreateChannelAsync();

        var (exitCode, _, errors) = await RunAsync("post", $"{channel.Id}", " ", "--author", "ada");

        Assert.Equal((1, "A message needs an author and a text.\n"), (exitCode, errors));
    }

    [Fact]
    public async Task Watch_shows_what_others_post_until_Ctrl_C()
    {
        var channel = await chat.CreateChannelAsync();
        await using var client = new ChatClient(chat.Address);
        await using var console = ChatConsole.Start(chat.Address, "watch", $"{channel.Id}");
        var shown = console.WaitForLineAsync(static line => line.EndsWith("grace: live", StringComparison.Ordinal));

        await Machine.RepeatUntilAsync(() => client.Message.PostAsync(channel.Id, "grace", "live"), shown);
        await console.SignalAsync("INT");

        Assert.Equal(0, await console.WaitForExitAsync());
        Assert.Equal("", console.Errors);
    }

    [Fact]
    public async Task Without_a_server_it_says_so_in_one_line()
    {
        await using var console = ChatConsole.Start(new Uri("http://127.0.0.1:9"), "list");

        Assert.Equal(1, await console.WaitForExitAsync());
        Assert.Equal("No connection to http://127.0.0.1:9/. Is the server running? --server names another address.\n", console.Errors);
    }

    [Theory]
    [InlineData("No command is given.")]
    [InlineData("There is no command 'dance'.", "dance")]
    [InlineData("The command 'post' takes other arguments.", "post", "1")]
    [InlineData("'one' is no id of a channel; the command 'list' shows the ids.", "watch", "one")]
    [InlineData("The option '--colour' is unknown or lacks its value.", "list", "--colour", "red")]
    public async Task Bad_usage_is_answered_with_help(string problem, params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(arguments);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(problem + "\n", errors, StringComparison.Ordinal);
        Assert.Contains("Usage:", errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var console = ChatConsole.Start(chat.Address, arguments);
        return (await console.WaitForExitAsync(), console.Output, console.Errors);
    }
}
