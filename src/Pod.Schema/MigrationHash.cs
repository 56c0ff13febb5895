using System.Security.Cryptography;
using System.Text;

namespace Pod.Schema;

/// <summary>The hash by which migrations name the texts of their files.</summary>
public static class MigrationHash
{
    /// <summary>Gives the hash of a file's text: <c>sha256:</c> and 64 hexadecimal digits. Line ends count as LF, because git may have changed them.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
    }
}
