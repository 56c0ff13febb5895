using System.Text;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>The rules for names of channels.</summary>
internal static class MessageChannel
{
    private const int MostBytes = 200;

    public static void Check(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        if (Encoding.UTF8.GetByteCount(channel) > MostBytes)
        {
            throw new ArgumentException($"A channel's name has at most {MostBytes} bytes.", nameof(channel));
        }

        if (channel.Any(char.IsControl))
        {
            throw new ArgumentException("A channel's name has no control characters.", nameof(channel));
        }

        if (channel.StartsWith("pod.", StringComparison.Ordinal))
        {
            throw new ArgumentException("Names that start with 'pod.' belong to the framework; choose another name for the channel.", nameof(channel));
        }
    }
}
