using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pod.Database.Columns.Vectors;
using Pod.Schema;

namespace Pod.Database.Diagnostics;

/// <summary>Warns of code that is probably a mistake, once per place in the code.</summary>
/// <param name="logger">Where warnings go.</param>
/// <param name="schema">What the database is expected to have; null when that is not known.</param>
internal sealed class DevelopmentWarnings(ILogger logger, DatabaseSchema? schema)
{
    private static readonly string? OwnAssembly = typeof(DevelopmentWarnings).Assembly.FullName;
    private static readonly string? CoreAssembly = typeof(object).Assembly.FullName;

    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);
    private readonly AsyncLocal<RunningTransaction?> _running = new();

    /// <summary>Remembers whose transaction the callback runs in, for what the callback calls.</summary>
    public Func<Transaction, Task<T>> Watch<T>(IDatabaseSession session, Func<Transaction, Task<T>> work)
        => async transaction =>
        {
            _running.Value = new RunningTransaction(session, _running.Value);
            return await work(transaction).ConfigureAwait(false);
        };

    /// <summary>Has to be called before the first wait of a statement, while the caller is still on the stack.</summary>
    public void UseOf(IDatabaseSession session)
    {
        for (var running = _running.Value; running is not null; running = running.Outer)
        {
            if (ReferenceEquals(running.Session, session))
            {
                if (IsNew("outside", out var place))
                {
                    logger.OutsideOfTransaction(place);
                }

                return;
            }
        }
    }

    public void OffsetWithoutOrder(Table table)
    {
        if (IsNew("offset", out var place))
        {
            logger.OffsetWithoutOrder(table.TableName, place);
        }
    }

    public void JsonWithoutIndex(Column column)
    {
        if (IsNew("json", out var place))
        {
            logger.JsonWithoutIndex(column.ToString(), place);
        }
    }

    /// <summary>Warns unless the expected schema has an index for the order; says nothing about tables that it does not have.</summary>
    public void DistanceWithoutIndex(DistanceExpression distance)
    {
        if (distance.Vectors is { } column
            && schema?.FindTable(column.Table.TableName) is { } table
            && !DistanceIndexes.Serve(table, column, distance.Operation)
            && IsNew("distance", out var place))
        {
            logger.DistanceWithoutIndex(column.ToString(), distance.Operation, place);
        }
    }

    private bool IsNew(string kind, out string place)
    {
        var frame = new StackTrace(fNeedFileInfo: true).GetFrames().FirstOrDefault(static frame => MethodOf(frame) is { } method
            && method.DeclaringAssemblyName != OwnAssembly && method.DeclaringAssemblyName != CoreAssembly);
        var method = frame is null ? null : MethodOf(frame);
        place = frame?.GetFileName() is { } file
            ? $"{file}({frame.GetFileLineNumber()})"
            : $"{method?.DeclaringTypeName}.{method?.Name}, offset {frame?.GetILOffset()}";
        return _told.TryAdd($"{kind} {place}", true);
    }

    private static DiagnosticMethodInfo? MethodOf(StackFrame frame) => DiagnosticMethodInfo.Create(frame);

    private sealed record RunningTransaction(IDatabaseSession Session, RunningTransaction? Outer);
}
