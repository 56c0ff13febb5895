using System.Threading.Channels;

namespace Pod.Cli.Development.Requests;

/// <summary>What a loop has to do next, from files, keys and the socket.</summary>
internal sealed class LoopInbox : IDisposable
{
    private readonly CancellationTokenSource _quit = new();
    private readonly Channel<LoopRequest> _requests = Channel.CreateUnbounded<LoopRequest>();
    private readonly Lock _gate = new();
    private HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>Gets whether somebody asked the loop to end, which does not wait for what is being done.</summary>
    public CancellationToken Quit => _quit.Token;

    /// <summary>Says that a file was changed.</summary>
    public void Changed(string path)
    {
        lock (_gate)
        {
            _changed.Add(path);
            if (_changed.Count == 1)
            {
                _requests.Writer.TryWrite(new LoopRequest(Command: null, Answer: null));
            }
        }
    }

    /// <summary>Asks for a command.</summary>
    /// <returns>What came of it, once it was carried out.</returns>
    public Task<LoopAnswer> AskAsync(LoopCommand command)
    {
        if (command == LoopCommand.Quit)
        {
            _quit.Cancel();
            return Task.FromResult(new LoopAnswer(Ok: true, "stopping"));
        }

        var answer = new TaskCompletionSource<LoopAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Writer.TryWrite(new LoopRequest(command, answer));
        return answer.Task;
    }

    public IAsyncEnumerable<LoopRequest> ReadAllAsync(CancellationToken cancellationToken) => _requests.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Gives the files that were changed since the last call.</summary>
    public IReadOnlyCollection<string> TakeChanges()
    {
        lock (_gate)
        {
            var changed = _changed;
            _changed = new HashSet<string>(StringComparer.Ordinal);
            return changed;
        }
    }

    public void Dispose() => _quit.Dispose();
}
