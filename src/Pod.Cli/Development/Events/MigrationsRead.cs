using System.Text.Json.Nodes;

namespace Pod.Cli.Development.Events;

/// <summary>The migrations were compared with database and models.</summary>
/// <param name="Versions">Each version, and what is to be said of it.</param>
/// <param name="AreModelsAhead">Whether the models ask for a migration that is not written yet.</param>
internal sealed record MigrationsRead(IReadOnlyList<(string Version, string State)> Versions, bool AreModelsAhead)
    : LoopEvent("migrations", "migrate", $"{Versions.Count} migrations")
{
    protected override void AddTo(JsonObject json)
    {
        json["modelsAhead"] = AreModelsAhead;
        json["versions"] = new JsonArray([.. Versions.Select(static migration => new JsonObject { ["version"] = migration.Version, ["state"] = migration.State })]);
    }
}
