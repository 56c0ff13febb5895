using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Pod.Testing.Wire;

/// <summary>Connects clients to Kestrel by pipes: everything above the bytes is the real thing, and no port is taken.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Its memory is the shared pool's, which is not disposed of.")]
internal sealed class InMemoryTransport : IConnectionListenerFactory, IConnectionListenerFactorySelector, IConnectionListener
{
    /// <summary>Under which key a connection knows the test it belongs to.</summary>
    public const string TestItem = "pod.test";

    private readonly Channel<ConnectionContext> _waiting = Channel.CreateUnbounded<ConnectionContext>();
    private readonly ConnectionMemory _memory = new();
    private int _count;

    public EndPoint EndPoint => InMemoryEndPoint.Instance;

    public bool CanBind(EndPoint endpoint) => endpoint is InMemoryEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => ValueTask.FromResult<IConnectionListener>(this);

    /// <summary>Opens a connection and gives the client's end of it.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The server disposes of its connections.")]
    public Stream Connect(PodTestScope test)
    {
        var (up, down) = (new Pipe(), new Pipe());
        var connection = new InMemoryConnection(
            string.Create(CultureInfo.InvariantCulture, $"memory-{Interlocked.Increment(ref _count)}"),
            new PipeEnds(up.Reader, down.Writer),
            new PipeEnds(down.Reader, up.Writer))
        {
            LocalEndPoint = EndPoint,
            RemoteEndPoint = EndPoint,
        };
        connection.Features.Set<IMemoryPoolFeature>(_memory);
        connection.Items[TestItem] = test;
        if (!_waiting.Writer.TryWrite(connection))
        {
            throw new IOException("The server under test has stopped.");
        }

        return new PipeStream(down.Reader.AsStream(), up.Writer.AsStream());
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_waiting.Reader.TryRead(out var connection))
            {
                return connection;
            }
        }

        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _waiting.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => UnbindAsync();

    private sealed class PipeEnds(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
