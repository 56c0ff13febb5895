using System.Text;

namespace Pod.Runtime.Caching;

/// <summary>The rules for keys and groups.</summary>
internal static class CacheName
{
    private const int MostBytes = 256;

    /// <param name="name">The key or group.</param>
    /// <param name="what">What to call it in the message, and the name of the parameter.</param>
    /// <returns>Its length in bytes.</returns>
    public static int Check(string name, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, what);
        var length = Encoding.UTF8.GetByteCount(name);
        if (length > MostBytes)
        {
            throw new ArgumentException($"The {what} of a cache entry has at most {MostBytes} bytes; this one has {length}. Put a hash of the long part into it.", what);
        }

        foreach (var c in name)
        {
            if (char.IsControl(c))
            {
                throw new ArgumentException($"The {what} of a cache entry has no control characters.", what);
            }
        }

        return length;
    }
}
