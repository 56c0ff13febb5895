using System.Text.RegularExpressions;
using Pod.Schema;

namespace Pod.Database;

/// <summary>A repair: plain SQL that brings one drifted database to the schema of a migration. Its header names that migration and the schema it was made for.</summary>
public sealed partial class RepairFile
{
    internal const string FolderName = "repair";
    internal const string HistoryPrefix = "repair/";

    private RepairFile(string path, string sql, string target, string fingerprint)
    {
        Path = path;
        Sql = sql;
        Target = target;
        Fingerprint = fingerprint;
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The file's name without extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The text.</summary>
    public string Sql { get; }

    /// <summary>The version whose schema the database has afterwards.</summary>
    public string Target { get; }

    /// <summary>The fingerprint of the live schema that the repair was made for.</summary>
    public string Fingerprint { get; }

    /// <summary>The name of the repair's row in the history.</summary>
    internal string HistoryVersion => HistoryPrefix + Name;

    /// <summary>Gives the first lines of a repair.</summary>
    /// <param name="target">The version whose schema the database has afterwards.</param>
    /// <param name="fingerprint">The fingerprint of the live schema.</param>
    public static string Header(string target, string fingerprint) =>
        $"""
        -- Repair of one database. Made by Pod; may be edited below before it is applied.
        -- pod:target {target}
        -- pod:live {fingerprint}

        """.ReplaceLineEndings("\n");

    /// <summary>Reads a repair.</summary>
    /// <exception cref="MigrationException">POD3054: it names no target or no fingerprint.</exception>
    public static RepairFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var sql = File.ReadAllText(path);
        return Mark().Matches(sql).ToDictionary(static match => match.Groups["name"].Value, static match => match.Groups["value"].Value) is var marks
            && marks.TryGetValue("target", out var target) && marks.TryGetValue("live", out var fingerprint)
            ? new RepairFile(path, sql, target, fingerprint)
            : throw new MigrationException($"POD3054: '{path}' is no repair: the lines '-- pod:target' and '-- pod:live' are missing. Make it anew with 'dotnet pod migration repair'.");
    }

    internal static IReadOnlyList<RepairFile> ReadFolder(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.sql").Order(StringComparer.Ordinal).Select(Read)] : [];

    internal string Hash => MigrationHash.Of(Sql);

    [GeneratedRegex(@"^-- pod:(?<name>target|live) (?<value>\S+)[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
