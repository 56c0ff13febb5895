using System.Collections.Frozen;
using System.Text.Json;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>What <c>migration.json</c> says about a migration, besides its operations.</summary>
/// <param name="Version">The version, which is also the folder's name.</param>
/// <param name="Parent">The migration before; null for the first.</param>
/// <param name="DefinitionHash">The hash of <c>definition.json</c>.</param>
/// <param name="SqlHash">The hash of <c>migration.sql</c> as it was generated.</param>
public sealed record MigrationManifest(string Version, MigrationParent? Parent, string DefinitionHash, string SqlHash)
{
    /// <summary>The format that this version writes and the newest that it reads.</summary>
    public const int Format = 1;

    /// <summary>Gets the hash of <c>rollback.sql</c> as it was generated; null when there was none.</summary>
    public string? RollbackHash { get; init; }

    /// <summary>Gets the migrations of another branch in whose place this one stands.</summary>
    public ValueList<string> Replaces { get; init; } = [];

    /// <summary>Gets the columns, as <c>table.column</c>, that the next migration makes NOT NULL.</summary>
    public ValueList<string> Debts { get; init; } = [];

    /// <summary>Gets what was found when the migration was made: accepted warnings and what was worth knowing.</summary>
    public ValueList<string> Warnings { get; init; } = [];

    /// <summary>Gets the values that its operations gave rows without one, as SQL by <c>table.column</c>.</summary>
    public IReadOnlyDictionary<string, string> Backfills { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Reads a manifest. Members that it does not know are ignored.</summary>
    /// <param name="json">The text of a <c>migration.json</c>.</param>
    /// <exception cref="FormatException">The text is no manifest, or one that only a newer tool can read.</exception>
    public static MigrationManifest Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var format = root.GetProperty("format").GetInt32();
            if (format > Format)
            {
                var tool = OptionalText(root, "tool") is { } version ? $"Pod.Cli {version} or newer" : "a newer Pod.Cli";
                throw new FormatException($"It has format {format} and needs {tool}; this tool reads up to format {Format}. Update it with 'dotnet tool update Pod.Cli'.");
            }

            return new MigrationManifest(Text(root, "version"), ReadParent(root), Text(root, "definitionHash"), Text(root, "sqlHash"))
            {
                RollbackHash = OptionalText(root, "rollbackHash"),
                Replaces = OptionalList(root, "replaces"),
                Debts = OptionalList(root, "debts"),
                Warnings = OptionalList(root, "warnings"),
                Backfills = ReadBackfills(root),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static MigrationParent? ReadParent(JsonElement root) =>
        root.TryGetProperty("parent", out var parent) && parent.ValueKind == JsonValueKind.Object
            ? new MigrationParent(Text(parent, "version"), Text(parent, "definitionHash"))
            : null;

    // Those in batches belong to a change of type and are made anew with it.
    private static FrozenDictionary<string, string> ReadBackfills(JsonElement root) =>
        root.GetProperty("operations").EnumerateArray().Where(static operation => Text(operation, "op") == "backfill" && !operation.TryGetProperty("scope", out _))
            .ToFrozenDictionary(static operation => $"{Text(operation, "table")}.{Text(operation, "column")}", static operation => Text(operation, "expression"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static ValueList<string> OptionalList(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(static item => item.GetString() ?? "").ToValueList() : [];
}
