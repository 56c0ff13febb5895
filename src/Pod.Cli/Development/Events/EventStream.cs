using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Pod.Cli.Development.Events;

/// <summary>The events of a loop, in order, from all its threads to one reader.</summary>
internal sealed class EventStream(TimeProvider time)
{
    private readonly Channel<LoopEvent> _events = Channel.CreateUnbounded<LoopEvent>(new UnboundedChannelOptions { SingleReader = true });

    public void Emit(LoopEvent happened) => _events.Writer.TryWrite(happened with { Time = time.GetLocalNow() });

    /// <summary>Says that nothing more will happen.</summary>
    public void Complete() => _events.Writer.TryComplete();

    public IAsyncEnumerable<LoopEvent> ReadAllAsync() => _events.Reader.ReadAllAsync();

    /// <summary>Gets whether all events were read and no more will come.</summary>
    public bool IsOver => _events.Reader.Completion.IsCompleted;

    public bool TryRead([NotNullWhen(true)] out LoopEvent? happened) => _events.Reader.TryRead(out happened);
}
