namespace Pod.Runtime.Hosting;

/// <summary>
/// What a server and the program that starts it have to agree on. This file is compiled into <c>Pod.Hosting</c> as well, which references no other part of
/// Pod.
/// </summary>
internal static class HostingContract
{
    /// <summary>The name of the connection string of the database.</summary>
    public const string DatabaseConnection = "poddb";

    /// <summary>The name of the connection string of Redis.</summary>
    public const string CacheConnection = "cache";

    /// <summary>Answers 200 while the server takes calls, 503 while it stops.</summary>
    public const string HealthPath = "/health";

    /// <summary>Answers as <see cref="HealthPath"/> does, unless the application has a route of this name.</summary>
    public const string ReadinessPath = "/readyz";

    /// <summary>The description of all calls.</summary>
    public const string OpenApiPath = "/openapi/v1.json";

    /// <summary>The environment variable that says when a server applies migrations.</summary>
    public const string ApplyMigrationsVariable = "Pod__Migrations__Apply";

    /// <summary>The value with which it does so at every start, under a lock of the database.</summary>
    public const string ApplyMigrationsOnStart = "OnStart";

    /// <summary>With these arguments a server applies migrations, does not listen, and ends with the outcome as its exit code.</summary>
    public static readonly string[] MigrationArguments = ["--role", "maintenance", "--only", "migrations", "--apply-migrations"];
}
