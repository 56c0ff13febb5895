namespace Pod.EmbeddedPostgres;

/// <summary>What a running server was started from.</summary>
internal sealed record StartedFrom(string Folder, string Version, string Database);
