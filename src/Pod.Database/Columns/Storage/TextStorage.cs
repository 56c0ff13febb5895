using NpgsqlTypes;

namespace Pod.Database.Columns.Storage;

/// <summary>The storage of plain text.</summary>
internal static class TextStorage
{
    public static ColumnStorage<string> Instance { get; }
        = new ClassStorage<string, string>(NpgsqlDbType.Text, static value => value, static (row, ordinal) => row.String(ordinal));
}
