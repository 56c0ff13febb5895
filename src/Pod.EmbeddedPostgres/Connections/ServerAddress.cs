namespace Pod.EmbeddedPostgres.Connections;

/// <summary>Where the server listens: a private folder with its socket, loopback TCP with a password, or both under one port.</summary>
internal sealed record ServerAddress(string? SocketFolder, int Port, string? Password)
{
    public const string User = "postgres";

    public const string TcpHost = "127.0.0.1";

    public const int SocketPort = 5432;

    public bool HasSocket => SocketFolder is not null;

    public bool HasTcp => Password is not null;

    public string SocketFile => Path.Combine(SocketFolder!, $".s.PGSQL.{Port}");

    /// <summary>The connection string in Npgsql's form: over TCP where that was asked for.</summary>
    public string ConnectionString(string database) => string.Join(';', new[]
    {
        $"Host={(HasTcp ? TcpHost : Quote(SocketFolder!))}",
        $"Port={Port}",
        $"Username={User}",
        HasTcp ? $"Password={Quote(Password!)}" : "",
        $"Database={Quote(database)}",
    }.Where(part => part.Length > 0));

    // The quoting of ADO.NET connection strings: a quoted value doubles the quotes in it.
    private static string Quote(string value) =>
        value.All(character => char.IsAsciiLetterOrDigit(character) || "/\\_-.:".Contains(character, StringComparison.Ordinal))
            ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
