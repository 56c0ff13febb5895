using Microsoft.AspNetCore.SignalR;

namespace Pod.Benchmarks.Streams.Contenders;

/// <summary>The hub of the peer.</summary>
internal sealed class NoteHub : Hub
{
#pragma warning disable CA1822 // Methods of hubs are instance methods.
    public Note Echo(Note note) => note;

#pragma warning disable CS1998 // The notes are all there already.
    public async IAsyncEnumerable<Note> Push(int count)
#pragma warning restore CS1998
#pragma warning restore CA1822
    {
        for (var number = 0; number < count; number++)
        {
            yield return Notes.Of(number);
        }
    }
}
