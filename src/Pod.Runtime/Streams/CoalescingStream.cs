using System.Buffers;
using Pod.Protocol.Streams;

namespace Pod.Runtime.Streams;

/// <summary>
/// The transport below a WebSocket. While a batch is open it gathers what the WebSocket writes and passes it on in one piece, because each
/// write to the transport costs far more than the frame itself.
/// </summary>
internal sealed class CoalescingStream(Stream inner) : Stream, IFrameBatch
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ArrayBufferWriter<byte> _held = new();
    private bool _isHolding;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Begin()
    {
        lock (_gate)
        {
            _isHolding = true;
        }
    }

    public async ValueTask EndAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            lock (_gate)
            {
                _isHolding = false;
            }

            if (_held.WrittenCount > 0)
            {
                await inner.WriteAsync(_held.WrittenMemory).ConfigureAwait(false);
                _held.ResetWrittenCount();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_isHolding)
            {
                _held.Write(buffer.Span);
                return;
            }
        }

        // Outside a batch: an answer to a protocol-level ping, or the closing handshake.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => inner.ReadAsync(buffer, offset, count, cancellationToken);

    // The server's transport sends with each write.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
