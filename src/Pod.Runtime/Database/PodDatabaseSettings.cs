using Npgsql;

namespace Pod.Runtime;

/// <summary>
/// Settings of the database, from the section <c>Pod:Database</c>. The connection itself is <c>ConnectionStrings:poddb</c>, or an
/// <c>NpgsqlDataSource</c> among the services.
/// </summary>
public sealed class PodDatabaseSettings
{
    /// <summary>Whether a private PostgreSQL is started when no connection is configured.</summary>
    /// <value>Null by default, which means: in the environments Development and Test.</value>
    public bool? Embedded { get; set; }

    /// <summary>The folder with the private PostgreSQL's data, relative to the content root.</summary>
    /// <value>Null by default, which means <c>.pod/&lt;environment&gt;/postgres</c>.</value>
    public string? EmbeddedFolder { get; set; }

    /// <summary>How many connections the server opens at most.</summary>
    /// <value>10 by default.</value>
    public int MaxPoolSize { get; set; } = 10;

    /// <summary>How long a statement may run.</summary>
    /// <value>60 seconds by default; zero for no limit.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether connections are encrypted.</summary>
    /// <value>Null by default, which leaves it to the connection string.</value>
    public SslMode? SslMode { get; set; }

    /// <summary>The schemas in which unqualified names are looked up, separated by commas.</summary>
    /// <value>Null by default, which leaves it to the connection string.</value>
    public string? SearchPath { get; set; }

    /// <summary>Settings of PostgreSQL that every connection starts with: <c>{ "work_mem": "64MB" }</c>.</summary>
    /// <value>Empty by default. An <c>NpgsqlDataSource</c> among the services brings its own.</value>
    public IDictionary<string, string> RuntimeParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the text of a statement begins with a comment that names the call: <c>/* endpoint.method */</c>.</summary>
    /// <value>False by default.</value>
    public bool TagQueries { get; set; }

    /// <summary>Whether every statement is logged with its text and duration, never with values.</summary>
    /// <value>False by default; slow ones are logged in any case.</value>
    public bool LogQueries { get; set; }

    /// <summary>Whether exceptions and interceptors may contain values of rows.</summary>
    /// <value>False by default.</value>
    public bool IncludeSensitiveData { get; set; }

    /// <summary>How long the start waits for a database that does not answer yet.</summary>
    /// <value>2 minutes by default; zero for ever.</value>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromMinutes(2);
}
