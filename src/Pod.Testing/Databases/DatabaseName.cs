using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Pod.Testing.Databases;

/// <summary>The names of databases that the kit makes: <c>pod_test_&lt;pid>_&lt;16 hex digits></c>.</summary>
internal static partial class DatabaseName
{
    public const string Prefix = "pod_test_";

    public static string New()
        => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");

    /// <summary>The process that made a database; null when the kit did not make it.</summary>
    public static int? ProcessOf(string name)
        => Pattern().Match(name) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var process) ? process : null;

    [GeneratedRegex(@"\Apod_test_([0-9]{1,10})_[0-9a-f]{16}\z")]
    private static partial Regex Pattern();
}
