using System.Security.Cryptography;
using System.Text;

namespace Pod.Database;

/// <summary>Hashes of SQL files.</summary>
public static class SqlHash
{
    /// <summary>
    /// The hash of a file's text: <c>sha256:</c> and 64 hexadecimal digits. Line ends count as LF, because git may have changed them.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unified = text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unified)));
    }
}
