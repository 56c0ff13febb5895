using Chat.Client;
using Chat.Console;
using Pod.Client;

if (!CommandLine.TryParse(args, out var commandLine, out var problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(CommandLine.Help);
    return 1;
}

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

await using var client = new ChatClient(commandLine.Server);
try
{
    await new ChatCommands(client, Console.Out).RunAsync(commandLine, stopping.Token);
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 0;
}
catch (ChannelNotFound missing)
{
    return Fail($"There is no channel {missing.ChannelId}. The command 'list' shows those that exist.");
}
catch (MessageRefused refused)
{
    return Fail(refused.Reason);
}
catch (PodClientException none) when (none is PodClientStreamConnectException or PodClientNetworkException and not PodClientTimeoutException)
{
    return Fail($"No connection to {client.ServerUrl}. Is the server running? --server names another address.");
}
catch (PodClientStreamException)
{
    return Fail($"The server at {client.ServerUrl} has gone away.");
}
catch (PodClientException failure)
{
    return Fail(failure.Message);
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
