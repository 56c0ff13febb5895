using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pod.Schema;

namespace Pod.Database;

/// <summary>How a database is used.</summary>
public sealed class PodDatabaseOptions
{
    /// <summary>How many connections are open at most, unless the connection string or the data source says it.</summary>
    /// <value>10</value>
    public int MaxPoolSize { get; set; } = 10;

    /// <summary>How long one statement may run; zero for no limit.</summary>
    /// <value>60 seconds</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many statement texts each connection keeps prepared; zero to prepare none, as some connection poolers need.</summary>
    /// <value>256</value>
    public int PreparedStatements { get; set; } = 256;

    /// <summary>Settings of PostgreSQL that every connection of the pool starts with. A data source that lives elsewhere brings its own.</summary>
    /// <value>None.</value>
    public IReadOnlyCollection<RuntimeParameters> RuntimeParameters { get; set; } = [];

    /// <summary>Whether exceptions may contain values of rows.</summary>
    /// <value>false</value>
    public bool IncludeSensitiveData { get; set; }

    /// <summary>
    /// Whether code that is probably a mistake is logged as a warning, once per place: statements beside a running transaction, an offset without an
    /// order, an order by a distance without index. It costs time; the server sets it in Development.
    /// </summary>
    /// <value>false</value>
    public bool DevelopmentWarnings { get; set; }

    /// <summary>What the database is expected to have, for warnings about missing indexes; the server sets it to the schema of its code.</summary>
    /// <value>null, meaning that nothing is known.</value>
    public DatabaseSchema? Schema { get; set; }

    /// <summary>What is told of every statement, in this order.</summary>
    /// <value>Nothing.</value>
    public IList<IDatabaseInterceptor> Interceptors { get; } = [];

    /// <summary>
    /// Whether the text of a statement begins with a comment that names the session: <c>/* endpoint.method */</c>. PostgreSQL then prepares each
    /// statement for each session's name.
    /// </summary>
    /// <value>false</value>
    public bool TagQueries { get; set; }

    /// <summary>Whether each statement is logged with its text, duration and number of rows.</summary>
    /// <value>false</value>
    public bool LogQueries { get; set; }

    /// <summary>How long a statement takes that is logged as a warning; null to log none for that.</summary>
    /// <value>1 second</value>
    public TimeSpan? SlowQuery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The schemas in which unqualified names are looked up, separated by commas; null leaves it to the connection string.</summary>
    /// <value>null</value>
    public string? SearchPath { get; set; }

    /// <summary>Whether connections are encrypted; null leaves it to the connection string.</summary>
    /// <value>null</value>
    public SslMode? SslMode { get; set; }

    /// <summary>
    /// The clock of waits and of <c>SetNow</c>. While it is another one than the system's, columns whose default is <c>now</c> take its time too,
    /// instead of the database's; <c>now()</c> in SQL of one's own stays the database's.
    /// </summary>
    /// <value>The system's clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the database logs.</summary>
    /// <value>Nowhere.</value>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;
}
