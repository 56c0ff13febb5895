using System.Runtime.CompilerServices;

namespace Pod.Benchmarks.Streams.Endpoints;

/// <summary>Streams of notes.</summary>
public sealed class NoteEndpoint : Endpoint
{
#pragma warning disable CA1822 // Methods of endpoints are instance methods.
    public async IAsyncEnumerable<Note> Echo(Session session, IAsyncEnumerable<Note> notes)
    {
        await foreach (var note in notes)
        {
            yield return note;
        }
    }

#pragma warning disable CS1998 // The notes are all there already.
    public async IAsyncEnumerable<Note> Push(Session session, int count)
#pragma warning restore CS1998
    {
        for (var number = 0; number < count; number++)
        {
            yield return Notes.Of(number);
        }
    }

    public async IAsyncEnumerable<Note> Watch(Session session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var notes = await session.Messages.SubscribeAsync<Note>(Notes.Channel);
        await foreach (var note in notes.WithCancellation(cancellationToken))
        {
            yield return note;
        }
    }

    public Task Post(Session session, Note note) => session.Messages.PostAsync(Notes.Channel, note);
#pragma warning restore CA1822
}
