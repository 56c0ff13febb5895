using Pod.Schema;

namespace Pod.Database.Migrations.Live;

/// <summary>A hash of a live schema, by which a repair recognises the database it was made for.</summary>
internal static class SchemaFingerprint
{
    public static string Of(LiveSchema live) => MigrationHash.Of(SchemaJsonWriter.Write(live.ToSchema()));
}
