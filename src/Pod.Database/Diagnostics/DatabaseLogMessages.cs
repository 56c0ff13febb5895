using Microsoft.Extensions.Logging;

namespace Pod.Database.Diagnostics;

/// <summary>All log messages of this package: 2000 connections, 2100 migrations, 2200 statements, 2300 probable mistakes.</summary>
internal static partial class DatabaseLogMessages
{
    [LoggerMessage(2001, LogLevel.Information, "Waiting {Pause} ms for database '{Database}': {Reason}")]
    public static partial void WaitingForDatabase(this ILogger logger, string database, double pause, string reason);

    [LoggerMessage(2100, LogLevel.Information, "Waiting for process {HolderPid}, which is applying migrations")]
    public static partial void WaitingForMigrationLock(this ILogger logger, int? holderPid);

    [LoggerMessage(2101, LogLevel.Information, "Applied migration {Version} in {Duration} ms")]
    public static partial void MigrationApplied(this ILogger logger, string version, double duration);

    [LoggerMessage(2102, LogLevel.Information, "Created the schema of version {Version} in an empty database")]
    public static partial void SchemaCreated(this ILogger logger, string version);

    [LoggerMessage(2103, LogLevel.Information, "No migration is missing; the newest is {Version}")]
    public static partial void NothingToMigrate(this ILogger logger, string? version);

    [LoggerMessage(2104, LogLevel.Warning, "POD3053: migration {Version} was applied with another text than its migration.sql has now")]
    public static partial void MigrationChanged(this ILogger logger, string version);

    [LoggerMessage(2105, LogLevel.Warning, "The failed attempt to apply migration {Version} could not be recorded")]
    public static partial void FailureNotRecorded(this ILogger logger, Exception exception, string version);

    [LoggerMessage(2107, LogLevel.Information, "Recorded migration {Version} as applied: the database has {Replaced}, which it replaces")]
    public static partial void MigrationReplaced(this ILogger logger, string version, string replaced);

    [LoggerMessage(2108, LogLevel.Information, "Applied repair {Repair}; the database is at {Version}")]
    public static partial void RepairApplied(this ILogger logger, string repair, string version);

    [LoggerMessage(2109, LogLevel.Information, "Rolled migration {Version} back")]
    public static partial void MigrationRolledBack(this ILogger logger, string version);

    [LoggerMessage(EventId = 2200, Message = "{Statement} took {Duration} ms; rows: {Rows}, slow: {IsSlow}, failed: {IsFailed}. {Text}")]
    public static partial void StatementExecuted(
        this ILogger logger, LogLevel level, string statement, double duration, long rows, bool isSlow, bool isFailed, string text);

    [LoggerMessage(
        2300, LogLevel.Warning,
        "A statement runs outside of the transaction whose callback it is called in: it was given the session. Give it the transaction. At {Place}")]
    public static partial void OutsideOfTransaction(this ILogger logger, string place);

    [LoggerMessage(
        2301, LogLevel.Warning,
        "A query of table '{Table}' has an offset but no order, so it leaves out rows by chance. Give it an orderBy. At {Place}")]
    public static partial void OffsetWithoutOrder(this ILogger logger, string table, string place);

    [LoggerMessage(
        2302, LogLevel.Warning,
        "A query looks into '{Column}', which is stored as json, so no index can help. Store the field as jsonb. At {Place}")]
    public static partial void JsonWithoutIndex(this ILogger logger, string column, string place);

    [LoggerMessage(
        2303, LogLevel.Warning,
        "A query orders by a distance of '{Column}' ({Operator}) that no index of the column serves, so it compares with every row. Give the column an hnsw index for that distance. At {Place}")]
    public static partial void DistanceWithoutIndex(this ILogger logger, string column, string @operator, string place);

    [LoggerMessage(2106, LogLevel.Information, "Ignoring folder '{Folder}', which is no migration")]
    public static partial void FolderIgnored(this ILogger logger, string folder);
}
