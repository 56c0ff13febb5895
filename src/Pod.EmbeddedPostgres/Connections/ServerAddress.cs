namespace Pod.EmbeddedPostgres.Connections;

/// <summary>Where the server listens: a folder with its socket, or loopback TCP on Windows with a password.</summary>
internal sealed record ServerAddress(string Host, int Port, string? Password)
{
    public const string User = "postgres";

    public const int SocketPort = 5432;

    public bool IsSocket => Password is null;

    public string SocketFile => Path.Combine(Host, $".s.PGSQL.{Port}");

    public static ServerAddress Socket(string folder) => new(folder, SocketPort, null);

    /// <summary>The connection string in Npgsql's form.</summary>
    public string ConnectionString(string database) => string.Join(';', new[]
    {
        $"Host={Quote(Host)}",
        $"Port={Port}",
        $"Username={User}",
        Password is null ? "" : $"Password={Quote(Password)}",
        $"Database={Quote(database)}",
    }.Where(part => part.Length > 0));

    // The quoting of ADO.NET connection strings: a quoted value doubles the quotes in it.
    private static string Quote(string value) =>
        value.All(character => char.IsAsciiLetterOrDigit(character) || "/\\_-.:".Contains(character, StringComparison.Ordinal))
            ? value
            : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
