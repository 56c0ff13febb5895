using System.Globalization;

namespace Pod.Cli;

/// <summary>Keeps the details of unexpected exceptions out of the terminal and in a file.</summary>
internal static class InternalErrorLog
{
    /// <summary>Writes the details below <c>.pod/logs</c> of the current folder.</summary>
    /// <returns>The file's path.</returns>
    public static string Write(Exception exception, TimeProvider time)
    {
        var folder = Path.Combine(Directory.GetCurrentDirectory(), ".pod", "logs");
        Directory.CreateDirectory(folder);
        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, $"error-{stamp}.log");
        File.WriteAllText(path, exception.ToString());
        return path;
    }
}
