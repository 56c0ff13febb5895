using System.Globalization;
using System.Text.Json;
using Npgsql;
using Pod.Schema;

namespace Pod.Database.Migrations.Live;

/// <summary>Reads a schema from the system catalogue, in one round trip.</summary>
internal static class CatalogueReader
{
    /// <summary>Reads the schema in which the connection creates tables.</summary>
    public static Task<LiveSchema> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
        => ReadAsync(connection, CatalogueQueries.CurrentNamespace, cancellationToken);

    /// <summary>Reads the connection's temporary tables.</summary>
    public static Task<LiveSchema> ReadTemporaryAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
        => ReadAsync(connection, CatalogueQueries.TemporaryNamespace, cancellationToken);

    private static async Task<LiveSchema> ReadAsync(NpgsqlConnection connection, string space, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(CatalogueQueries.Context),
                new NpgsqlBatchCommand(CatalogueQueries.Columns(space)),
                new NpgsqlBatchCommand(CatalogueQueries.Indexes(space)),
                new NpgsqlBatchCommand(CatalogueQueries.Constraints(space)),
            },
        };
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var name = reader.IsDBNull(0) ? "" : reader.GetString(0);
                var extensions = List(reader, 1).ToHashSet(StringComparer.Ordinal);
                var tables = new Dictionary<string, LiveTable>(StringComparer.Ordinal);
                await ReadRowsAsync(reader, row => ReadColumn(row, tables), cancellationToken).ConfigureAwait(false);
                await ReadRowsAsync(reader, row => tables.GetValueOrDefault(row.GetString(0))?.Indexes.Add(ReadIndex(row)), cancellationToken).ConfigureAwait(false);
                await ReadRowsAsync(reader, row => ReadConstraint(row, tables.GetValueOrDefault(row.GetString(0))), cancellationToken).ConfigureAwait(false);
                return new LiveSchema(name, extensions, [.. tables.Values.OrderBy(static table => table.Name, StringComparer.Ordinal)]);
            }
        }
    }

    private static async Task ReadRowsAsync(NpgsqlDataReader reader, Action<NpgsqlDataReader> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            read(reader);
        }
    }

    private static void ReadColumn(NpgsqlDataReader row, Dictionary<string, LiveTable> tables)
    {
        var name = row.GetString(0);
        if (!tables.TryGetValue(name, out var table))
        {
            tables.Add(name, table = new LiveTable(name));
        }

        // A table may have no columns at all.
        if (!row.IsDBNull(1))
        {
            table.Columns.Add(new LiveColumn(
                row.GetString(1), TypeName.Shorten(row.GetString(2)), !row.GetBoolean(3), Text(row, 4), row.GetBoolean(5), row.GetBoolean(6)));
        }
    }

    private static LiveIndex ReadIndex(NpgsqlDataReader row)
    {
        var isValid = row.GetBoolean(6);
        var index = new IndexSchema(
            row.GetString(1),
            row.GetString(2) + (isValid ? "" : " (invalid)"),
            List(row, 7).ToValueList(),
            row.GetBoolean(3),
            row.GetBoolean(4))
        {
            NullsDistinct = !row.GetBoolean(5),
            OperatorClass = row.IsDBNull(11) || row.GetBoolean(11) ? null : row.GetString(10),
            Parameters = List(row, 8).Select(ReadParameter).OfType<IndexParameter>().ToValueList(),
            Where = Text(row, 9),
        };
        return new LiveIndex(FullTextExpression.Read(index) ?? index, Text(row, 10) ?? "");
    }

    private static IndexParameter? ReadParameter(string option)
    {
        var parts = option.Split('=', 2);
        return int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new IndexParameter(parts[0], value) : null;
    }

    // Each query sees its own moment: a table may have come in between.
    private static void ReadConstraint(NpgsqlDataReader row, LiveTable? table)
    {
        if (table is null)
        {
            return;
        }

        if (row.GetString(2) == "c")
        {
            table.Checks.Add(new CheckSchema(row.GetString(1), row.GetString(10)));
            return;
        }

        var timing = row.GetBoolean(4) ? ConstraintTiming.InitiallyDeferred
            : row.GetBoolean(3) ? ConstraintTiming.InitiallyImmediate
            : ConstraintTiming.NotDeferrable;
        table.ForeignKeys.Add(new ForeignKeySchema(
            row.GetString(1),
            List(row, 7).ToValueList(),
            row.GetString(8),
            List(row, 9).ToValueList(),
            Action(row.GetString(5)),
            Action(row.GetString(6)),
            timing));
    }

    private static ReferentialAction Action(string letter) => letter switch
    {
        "r" => ReferentialAction.Restrict,
        "c" => ReferentialAction.Cascade,
        "n" => ReferentialAction.SetNull,
        "d" => ReferentialAction.SetDefault,
        _ => ReferentialAction.NoAction,
    };

    // Not an array: for the first one, Npgsql makes its conversions of all arrays, and some 250 methods are compiled before the server answers.
    private static string[] List(NpgsqlDataReader row, int column)
    {
        using var json = JsonDocument.Parse(row.GetString(column));
        var list = new string[json.RootElement.GetArrayLength()];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = json.RootElement[i].GetString()!;
        }

        return list;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
