using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

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
    /// order. It costs time; the server sets it in Development.
    /// </summary>
    /// <value>false</value>
    public bool DevelopmentWarnings { get; set; }

    /// <summary>The clock of waits.</summary>
    /// <value>The system's clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the database logs.</summary>
    /// <value>Nowhere.</value>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;
}
