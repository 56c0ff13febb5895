namespace Pod.EmbeddedPostgres.Connections;

/// <summary>The server answered with an error.</summary>
internal sealed class WireException(string sqlState, string message) : Exception(message)
{
    public const string DatabaseDoesNotExist = "3D000";
    public const string DatabaseAlreadyExists = "42P04";

    public string SqlState { get; } = sqlState;
}
