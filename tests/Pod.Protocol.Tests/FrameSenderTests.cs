using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using Pod.Protocol.Streams;

namespace Pod.Protocol.Tests;

public sealed class FrameSenderTests : IDisposable
{
    private readonly RecordedTransport _transport = new();
    private readonly WebSocket _socket;
    private readonly FrameLane _lane = new();
    private readonly FrameSender _sender;

    public FrameSenderTests()
    {
        _socket = WebSocket.CreateFromStream(_transport, new WebSocketCreationOptions { IsServer = true });
        _sender = new FrameSender(_socket, _transport);
    }

    public void Dispose()
    {
        _sender.Fail();
        _socket.Dispose();
        _transport.Dispose();
    }

    [Fact]
    public async Task A_frame_is_written_before_the_call_returns()
    {
        await _sender.SendAsync(_lane, "one"u8);
        Assert.Equal(["one"], _transport.Writes);
    }

    [Fact]
    public async Task Frames_that_wait_for_the_next_leave_with_it_in_one_write()
    {
        await _sender.SendWithNextAsync(_lane, "one"u8);
        await _sender.SendWithNextAsync(new FrameLane(), "two"u8);
        await _sender.SendAsync(_lane, "three"u8);
        Assert.Equal(["one|two|three"], _transport.Writes);
    }

    [Fact]
    public async Task Flush_writes_what_waits()
    {
        await _sender.SendWithNextAsync(_lane, "one"u8);
        _sender.Flush();
        _sender.Flush();
        Assert.Equal(["one"], _transport.Writes);
    }

    [Fact]
    public async Task Waiting_until_idle_writes_what_waits()
    {
        await _sender.SendWithNextAsync(_lane, "one"u8);
        await _sender.WaitUntilIdleAsync();
        Assert.Equal(["one"], _transport.Writes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_no_frame_follows_leaves_by_itself(int times)
    {
        for (var time = 1; time <= times; time++)
        {
            await _sender.SendWithNextAsync(_lane, "alone"u8);
            await UntilAsync(() => _transport.Writes.Sum(static write => write.Split('|').Length) == time);
        }
    }

    [Fact]
    public async Task A_fast_sender_fills_packets_and_waits_for_nobody()
    {
        var frame = Encoding.ASCII.GetBytes(new string('x', 100));
        for (var i = 0; i < 10_000; i++)
        {
            var sent = _sender.SendWithNextAsync(_lane, frame);
            Assert.True(sent.IsCompletedSuccessfully);
            await sent;
        }

        await _sender.WaitUntilIdleAsync();
        Assert.Equal(10_000, _transport.Writes.Sum(static write => write.Split('|').Length));
        Assert.InRange(_transport.Writes.Count, 20, 2_000);
    }

    [Fact]
    public async Task A_sender_waits_for_a_reader_that_does_not_read_and_others_do_not()
    {
        _transport.Hold();
        var frame = new byte[10_000];
        var sent = ValueTask.CompletedTask;
        var count = 0;
        while (sent.IsCompletedSuccessfully && count < 1_000)
        {
            await sent;
            sent = _sender.SendWithNextAsync(_lane, frame);
            count++;
        }

        Assert.InRange(count, 2, 20);
        Assert.True(_sender.SendWithNextAsync(new FrameLane(), frame).AsTask().IsCompletedSuccessfully);
        _transport.Release();
        await sent.AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_waiting_sender_learns_that_the_socket_is_gone()
    {
        _transport.Hold();
        var sent = _sender.SendAsync(_lane, new byte[1_000_000]).AsTask();
        Assert.False(sent.IsCompleted);
        _sender.Fail();
        await Assert.ThrowsAsync<IOException>(() => sent);
        await Assert.ThrowsAsync<IOException>(() => _sender.SendWithNextAsync(_lane, "late"u8).AsTask());
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var began = Stopwatch.GetTimestamp(); !condition(); await Task.Yield())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Remembers what each write held: the texts of its frames, with a line between them.</summary>
    private sealed class RecordedTransport : MemoryStream
    {
        private readonly List<string> _writes = [];
        private TaskCompletionSource? _held;

        public IReadOnlyList<string> Writes
        {
            get
            {
                lock (_writes)
                {
                    return [.. _writes];
                }
            }
        }

        public void Hold() => _held = new TaskCompletionSource();

        public void Release() => _held!.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            lock (_writes)
            {
                _writes.Add(string.Join('|', Texts(buffer.ToArray())));
            }

            if (_held is { } held)
            {
                await held.Task;
            }
        }

        private static IEnumerable<string> Texts(byte[] bytes)
        {
            for (var at = 0; at < bytes.Length;)
            {
                var (length, start) = bytes[at + 1] switch
                {
                    126 => ((bytes[at + 2] << 8) | bytes[at + 3], at + 4),
                    127 => ((bytes[at + 6] << 24) | (bytes[at + 7] << 16) | (bytes[at + 8] << 8) | bytes[at + 9], at + 10),
                    var small => (small, at + 2),
                };
                yield return Encoding.ASCII.GetString(bytes, start, length);
                at = start + length;
            }
        }
    }
}
