using System.Collections.Concurrent;
using Pod.Protocol;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Testing;

/// <summary>The messages of a test, which no other test hears. Safe on any thread.</summary>
public sealed class TestMessages
{
    private readonly RecordingMessages _recorded = new();

    internal TestMessages()
    {
    }

    internal LocalMessages Bus => _recorded;

    /// <summary>What was posted to a channel so far, in order. These are copies; the code under test may go on changing its own objects.</summary>
    /// <typeparam name="T">The type of message; others are left out.</typeparam>
    /// <param name="channel">The channel.</param>
    public Task<IReadOnlyList<T>> PublishedAsync<T>(string channel)
        where T : class, IPodModel
        => Task.FromResult<IReadOnlyList<T>>([.. _recorded.Posted.Where(posted => posted.Channel == channel).Select(static posted => posted.Message).OfType<T>()]);

    private sealed class RecordingMessages : LocalMessages
    {
        public ConcurrentQueue<(string Channel, IPodModel Message)> Posted { get; } = new();

        public override void Post(string channel, IPodModel message)
        {
            Posted.Enqueue((channel, message.DeepCopy()));
            base.Post(channel, message);
        }
    }
}
