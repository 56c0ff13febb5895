using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Projects;
using Pod.Cli.Redis;

namespace Pod.Cli.Development.Steps;

/// <summary>Looks whether the Redis answers that is configured. The server does without it until it does, so nothing waits for it.</summary>
internal sealed class RedisStep(LoopOptions options, EventStream events, TimeProvider time) : IStep
{
    private string? _last;

    public string Name => "redis";

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (RedisAddress.Of(ServerConfiguration.Read(options.Project, options.Mode)) is not { } address)
        {
            return null;
        }

        var answer = await RedisProbe.AskAsync(address, time, cancellationToken);
        var text = answer.Problem is { } problem ? $"the one at {address} does not answer: {problem}" : $"Redis {answer.Version} at {address}";
        if (text == _last)
        {
            return null;
        }

        _last = text;
        events.Emit(new RedisChanged(answer.Problem is null ? text : $"no Redis at {address}"));
        return StepResult.Done(text);
    }
}
