using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Pod.Benchmarks.Contests;
using Pod.Benchmarks.Servers;

namespace Pod.Benchmarks.Streams;

/// <summary>A contender's server and its clients.</summary>
internal sealed class StreamContender(IStreamDialect dialect, ServerProcess server) : IAsyncDisposable
{
    public const int Pushed = 1000;

    private const int Variants = 64;
    private const int Checked = 200;

    private readonly byte[][] _echoes = [.. Enumerable.Range(0, Variants).Select(number => Encoding.UTF8.GetBytes(dialect.Echo(number)))];
    private readonly ConcurrentBag<StreamConnection> _echoing = [];
    private readonly ConcurrentBag<StreamConnection> _pushing = [];

    public string Name => dialect.Name;

    public ServerProcess Server => server;

    public IStreamDialect Dialect => dialect;

    public Contestant Echo => Contestant(EchoAsync);

    public Contestant Push => Contestant(PushAsync);

    /// <summary>Looks at what comes back: every note, whole and in order.</summary>
    public async Task CheckAsync()
    {
        using var echoing = await StreamConnection.OpenAsync(server.Address, dialect, "echo");
        for (var number = 0; number < Variants; number++)
        {
            await echoing.SendAsync(_echoes[number]);
            Expect(number, await ReadNotesAsync(echoing, 1));
        }

        using var pushing = await StreamConnection.OpenAsync(server.Address, dialect, "push");
        await pushing.SendAsync(Encoding.UTF8.GetBytes(dialect.Push(Checked)));
        Expect(0, await ReadNotesAsync(pushing, Checked));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _echoing.Concat(_pushing))
        {
            connection.Dispose();
        }

        await server.DisposeAsync();
    }

    /// <summary>The notes of a message, wherever in it they are.</summary>
    public static IEnumerable<JsonObject> NotesIn(ReadOnlySpan<byte> message) => Encoding.UTF8.GetString(message)
        .Split('\x1e', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(static record => Descendants(JsonNode.Parse(record)))
        .OfType<JsonObject>()
        .Where(static node => node.ContainsKey("number"));

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Descendants(member.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Descendants),
        _ => [],
    };

    private static async Task<List<JsonObject>> ReadNotesAsync(StreamConnection connection, int count)
    {
        var notes = new List<JsonObject>();
        while (notes.Count < count)
        {
            notes.AddRange(NotesIn((await connection.ReceiveAsync()).Span));
        }

        return notes;
    }

    private void Expect(int first, List<JsonObject> notes)
    {
        for (var i = 0; i < notes.Count; i++)
        {
            if ((int?)notes[i]["number"] != first + i || (string?)notes[i]["text"] != Notes.Text)
            {
                throw new InvalidOperationException($"{Name} sends {notes[i].ToJsonString()} as note {first + i}.");
            }
        }
    }

    private Contestant Contestant(Func<int, Task> operation) => new(Name, _ => operation) { MeasureAsync = server.CostAsync };

    private async Task EchoAsync(int number)
    {
        var connection = _echoing.TryTake(out var idle) ? idle : await StreamConnection.OpenAsync(server.Address, dialect, "echo");
        await connection.SendAsync(_echoes[number % Variants]);
        await connection.ReceiveNotesAsync(1);
        _echoing.Add(connection);
    }

    private async Task PushAsync(int number)
    {
        var connection = _pushing.TryTake(out var idle) ? idle : await StreamConnection.OpenAsync(server.Address, dialect, "push");
        await connection.SendAsync(Encoding.UTF8.GetBytes(dialect.Push(Pushed)));
        await connection.ReceiveNotesAsync(Pushed);
        _pushing.Add(connection);
    }
}
